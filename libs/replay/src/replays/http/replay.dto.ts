import { BOUNDARIES, BREAKDOWNS, type Breakdown } from '@lueckenlos/figures';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ReplayCurvesDto } from './replay-curves.dto';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const POSITION = /^\d{1,18}$/;

/** What `POST /v1/replays` takes. */
export class ReplayRequestDto {
  @ApiProperty({ description: 'Id of the chain.', example: 'krefeld' })
  @IsString()
  @IsNotEmpty()
  chain!: string;

  @ApiProperty({ description: 'As-of month.', example: '2026-06' })
  @Matches(MONTH, { context: { expected: 'YYYY-MM' } })
  asOf!: string;

  @ApiPropertyOptional({
    description: 'Only the log up to this position. Default: its head. Either this or `knownBefore`.',
    example: '4711',
  })
  @IsOptional()
  @Matches(POSITION, { context: { expected: '4711' } })
  toPosition?: string;

  @ApiPropertyOptional({ description: 'Only what was known before this instant.', format: 'date-time' })
  @IsOptional()
  @IsRFC3339()
  knownBefore?: string;

  @ApiProperty({ enum: BREAKDOWNS, isArray: true, example: ['birthYear'] })
  @IsArray()
  @ArrayUnique()
  @IsIn(BREAKDOWNS, { each: true })
  by!: Breakdown[];

  @ApiPropertyOptional({ description: 'Sum areas up to this kind.', example: 'stadtbezirk' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  level?: string;

  @ApiPropertyOptional({
    description:
      'Which area hierarchy counts: that of the as-of month, of today, or of another month. Not with a release.',
    pattern: BOUNDARIES.source,
    default: 'asOf',
  })
  @IsOptional()
  @Matches(BOUNDARIES, { context: { expected: 'asOf, today, YYYY-MM' } })
  boundaries?: string;

  @ApiPropertyOptional({
    description:
      'As if this version of the chain, in force or not, held for every birth. Not with a release.',
    type: 'integer',
    minimum: 0,
    maximum: 9_999_999,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9_999_999)
  chainVersion?: number;

  @ApiPropertyOptional({
    description: 'Verify this release: it is counted again at its own clocks and compared cell by cell.',
    example: 'krefeld-2026-06-1',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  release?: string;

  @ApiPropertyOptional({
    description: 'Curves instead of drop-offs and flows. Not with a release.',
    type: () => ReplayCurvesDto,
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReplayCurvesDto)
  curves?: ReplayCurvesDto;
}
