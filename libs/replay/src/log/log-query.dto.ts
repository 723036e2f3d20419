import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

/** Which part of the log. */
export class LogQuery {
  @ApiPropertyOptional({ description: 'Only events after this position.', example: '4711', default: '0' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { context: { expected: '4711' } })
  after?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'At most so many events. Default: up to the head of the log at the time of the request.',
  })
  @IsOptional()
  @Matches(/^[1-9]\d{0,14}$/, { context: { expected: '1000' } })
  limit?: string;
}
