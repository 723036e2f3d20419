import { DIMENSIONS, type Dimension } from '@lueckenlos/chain';
import { CommaSeparated } from '@lueckenlos/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsIn, IsNotEmpty, IsOptional, IsRFC3339, Matches } from 'class-validator';
import { BOUNDARIES } from './boundaries';
import { BREAKDOWNS, FORMATS, UNKNOWN, type Breakdown, type Format } from './figure-query';

export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const VERSION = /^\d{1,7}$/;
const YEAR = /^\d{4}$/;
/** Positions are 64-bit numbers. */
const POSITION = /^\d{1,18}$/;

/** The query parameters that all figures share. Lists are separated by commas. */
export class FigureParameters {
  @ApiProperty({ description: 'Id of the chain.', example: 'krefeld' })
  @IsNotEmpty()
  chain!: string;

  @ApiPropertyOptional({
    description:
      'As if this version of the chain, in force or not, held for every birth. Folds all cases: seconds to minutes.',
    pattern: VERSION.source,
  })
  @IsOptional()
  @Matches(VERSION, { context: { expected: '1' } })
  chainVersion?: string;

  @ApiPropertyOptional({ description: 'A release, or `latest`: protected figures. Either this or `asOf`.' })
  @IsOptional()
  @IsNotEmpty()
  release?: string;

  @ApiPropertyOptional({
    description: 'As-of month: what had happened by its end. Exact figures; needs figures:exact.',
    example: '2026-06',
  })
  @IsOptional()
  @Matches(MONTH, { context: { expected: 'YYYY-MM' } })
  asOf?: string;

  @ApiPropertyOptional({
    description: 'Only what was known before this instant. Default: everything up to the answer’s position.',
    format: 'date-time',
  })
  @IsOptional()
  @IsRFC3339()
  knownBefore?: string;

  @ApiPropertyOptional({
    description: `Breakdown: any of ${BREAKDOWNS.join(', ')}.`,
    example: 'birthYear',
    type: String,
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayUnique()
  @IsIn(BREAKDOWNS, { each: true })
  by?: Breakdown[];

  @ApiPropertyOptional({ description: 'Only these birth years.', type: String })
  @IsOptional()
  @CommaSeparated()
  @ArrayMinSize(1)
  @Matches(YEAR, { each: true, context: { expected: 'YYYY,YYYY' } })
  birthYear?: string[];

  @ApiPropertyOptional({ description: 'Only these school-entry years.', type: String })
  @IsOptional()
  @CommaSeparated()
  @ArrayMinSize(1)
  @Matches(YEAR, { each: true, context: { expected: 'YYYY,YYYY' } })
  schoolYear?: string[];

  @ApiPropertyOptional({ description: 'Only these areas, and what lies in them.', type: String })
  @IsOptional()
  @CommaSeparated()
  @ArrayMinSize(1)
  @IsNotEmpty({ each: true })
  area?: string[];

  @ApiPropertyOptional({ description: 'Only these: true, false, unknown.', type: String })
  @IsOptional()
  @CommaSeparated()
  @ArrayMinSize(1)
  @IsIn(['true', 'false', UNKNOWN], { each: true })
  povertyRisk?: string[];

  @ApiPropertyOptional({
    description: 'Sum areas up to this kind, by the hierarchy of `boundaries`. Default: as recorded.',
    example: 'stadtbezirk',
  })
  @IsOptional()
  @IsNotEmpty()
  level?: string;

  @ApiPropertyOptional({
    description: 'Which area hierarchy counts: that of the as-of month, of today, or of another month.',
    pattern: BOUNDARIES.source,
    default: 'asOf',
  })
  @IsOptional()
  @Matches(BOUNDARIES, { context: { expected: 'asOf, today, YYYY-MM' } })
  boundaries?: string;

  @ApiPropertyOptional({
    description: 'Which known value of area and poverty risk counts.',
    enum: DIMENSIONS,
    default: 'last',
  })
  @IsOptional()
  @IsIn(DIMENSIONS)
  dimension?: Dimension;

  @ApiPropertyOptional({
    description: 'Wait (at most 10 s) until the read models have reached this position.',
    pattern: POSITION.source,
  })
  @IsOptional()
  @Matches(POSITION, { context: { expected: '12345' } })
  minPosition?: string;

  @ApiPropertyOptional({ description: 'Instead of the `Accept` header.', enum: FORMATS })
  @IsOptional()
  @IsIn(FORMATS)
  format?: Format;
}
