import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultAnswer, ReceiptAnswer } from '../record-events/answers.dto';

const STATES = ['in-force', 'corrected', 'retracted', 'parked', 'without-effect', 'undone'];

/** A record as it is in the log, with its receipt. */
export class OwnRecordAnswer {
  @ApiProperty({ example: '1.0' }) specversion!: string;
  @ApiProperty({ example: '2015-08-4711' }) id!: string;
  @ApiProperty({ example: '/agencies/youth-office' }) source!: string;
  @ApiProperty({ example: 'lueckenlos.stage-reached.v1' }) type!: string;
  @ApiPropertyOptional({ example: 'c00013', description: 'Absent where it is about deliveries.' })
  subject?: string;
  @ApiProperty({ example: '2026-03-15T12:00:00.000Z', description: 'Since when the record counts as known.' })
  knownAt!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { stage: 'kita', occurredOn: '2015-08' },
  })
  data!: object;
  @ApiProperty({
    enum: STATES,
    description:
      'parked: what it names has not arrived. without-effect: what it names is in another case, a retraction, a link or a circle. undone: a later record says the opposite of this link.',
  })
  state!: string;
  @ApiProperty({ type: ReceiptAnswer }) receipt!: ReceiptAnswer;
  @ApiProperty({ type: [FaultAnswer], description: 'What was odd on arrival.' }) warnings!: FaultAnswer[];
}

export class OwnRecordsAnswer {
  @ApiProperty({ type: [OwnRecordAnswer] }) events!: OwnRecordAnswer[];
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'For `after`; null at the end.',
    example: '4711',
  })
  next!: string | null;
}
