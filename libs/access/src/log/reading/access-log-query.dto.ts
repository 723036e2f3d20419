import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const EXAMPLE = '2026-01-01T00:00:00Z';

export const FORMATS = ['json', 'ndjson', 'csv'] as const;
export type AccessLogFormat = (typeof FORMATS)[number];

/** The most entries of one answer, where it is limited; in JSON it always is. */
export const MOST = 10_000;

/** Which entries of the access log. */
export class AccessLogQuery {
  @ApiPropertyOptional({ description: 'Only at this instant or later.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, { context: { expected: EXAMPLE } })
  from?: string;

  @ApiPropertyOptional({ description: 'Only before this instant.', example: EXAMPLE })
  @IsOptional()
  @Matches(INSTANT, { context: { expected: EXAMPLE } })
  until?: string;

  @ApiPropertyOptional({ description: 'Only of this role.', example: 'auditor' })
  @IsOptional()
  @IsString()
  role?: string;

  @ApiPropertyOptional({ description: 'Only of this client.', example: 'auditor' })
  @IsOptional()
  @IsString()
  client?: string;

  @ApiPropertyOptional({ description: 'Only of this operation.', example: 'read-log' })
  @IsOptional()
  @IsString()
  operation?: string;

  @ApiPropertyOptional({ description: 'Only behind the entry with this id.', example: '4711', default: '0' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { context: { expected: '4711' } })
  after?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MOST,
    description: 'At most so many entries; without it 1,000 in JSON, all in NDJSON and CSV.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit?: number;

  @ApiPropertyOptional({ enum: FORMATS, description: 'Else by `Accept`.' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: AccessLogFormat;
}
