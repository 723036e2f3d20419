import { CommaSeparated } from '@lueckenlos/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsOptional, Matches } from 'class-validator';

const POSITION = /^\d{1,18}$/;
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const EXAMPLE = '2026-01-01T00:00:00Z';
const instant = { context: { expected: EXAMPLE } };

/** Which part of the log. */
export class LogQuery {
  @ApiPropertyOptional({ description: 'Only events after this position.', example: '4711', default: '0' })
  @IsOptional()
  @Matches(POSITION, { context: { expected: '4711' } })
  after?: string;

  @ApiPropertyOptional({
    description: 'Only events up to this position. Default: the head of the log at the time of the request.',
    example: '9000',
  })
  @IsOptional()
  @Matches(POSITION, { context: { expected: '9000' } })
  upTo?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'At most so many events. Default: all.',
  })
  @IsOptional()
  @Matches(/^[1-9]\d{0,14}$/, { context: { expected: '1000' } })
  limit?: string;

  @ApiPropertyOptional({
    type: 'string',
    description: 'Only these types, short or long, separated by commas.',
    example: 'stage-reached,lueckenlos.corrected.v1',
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayNotEmpty()
  type?: string[];

  @ApiPropertyOptional({
    type: 'string',
    description:
      'Only of these agencies, separated by commas; `lueckenlos` is what the system itself recorded.',
    example: 'youth-office',
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayNotEmpty()
  agency?: string[];

  @ApiPropertyOptional({ description: 'Only what arrived at this instant or later.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, instant)
  recordedFrom?: string;

  @ApiPropertyOptional({ description: 'Only what arrived before this instant.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, instant)
  recordedBefore?: string;

  @ApiPropertyOptional({ description: 'Only what was known at this instant or later.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, instant)
  knownFrom?: string;

  @ApiPropertyOptional({ description: 'Only what was known before this instant.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, instant)
  knownBefore?: string;
}
