import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Where and why, in the language of the request. */
export class FaultAnswer {
  @ApiProperty({ description: 'JSON pointer into the event.', example: '/data/occurredOn' }) pointer!: string;
  @ApiProperty({ description: 'Stable code.', example: 'recording.before-birth' }) code!: string;
  @ApiProperty({ example: 'The month lies before the birth month of the case as it is known.' })
  detail!: string;
}

export class ReceiptAnswer {
  @ApiProperty({ description: "The sender's id.", example: '2015-08-4711' }) id!: string;
  @ApiProperty({ example: '/agencies/youth-office' }) source!: string;
  @ApiProperty({ example: 'case-c00013' }) stream!: string;
  @ApiProperty({ description: 'Place in the stream, 0 for the first event.', example: 3 }) revision!: number;
  @ApiProperty({ description: 'Place in the log, a decimal string.', example: '4711' }) position!: string;
  @ApiProperty({ description: 'Arrival.', example: '2026-03-15T12:00:00.000Z' }) recordedAt!: string;
}

/** What a single post is answered with. In a dry run only id, source and warnings. */
export class PostAnswer extends ReceiptAnswer {
  @ApiProperty({ type: [FaultAnswer] }) warnings!: FaultAnswer[];
}

export class ResultAnswer {
  @ApiProperty({ description: 'Place in the batch, from 0.', example: 0 }) index!: number;
  @ApiProperty({ type: String, nullable: true, example: '2015-08-4711' }) id!: string | null;
  @ApiProperty({ enum: ['accepted', 'duplicate', 'rejected'] }) outcome!: string;
  @ApiPropertyOptional({ example: '4711' }) position?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Problem document (RFC 9457).',
  })
  problem?: object;
  @ApiPropertyOptional({ type: [FaultAnswer] }) warnings?: FaultAnswer[];
}

export class BatchAnswer {
  @ApiProperty({ example: 2 }) accepted!: number;
  @ApiProperty({ example: 0 }) duplicates!: number;
  @ApiProperty({ example: 1 }) rejected!: number;
  @ApiProperty({ type: [ResultAnswer] }) results!: ResultAnswer[];
}
