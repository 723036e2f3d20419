import { CommaSeparated } from '@lueckenlos/platform';
import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayUnique, IsIn, IsOptional, Matches } from 'class-validator';
import { FigureParameters } from '../query/figure-parameters.dto';

/** What a forecast may be broken down by: not by cohort, for each is compared with the one before it. */
export const FORECAST_BREAKDOWNS = ['area', 'povertyRisk'] as const;

const MONTHS = /^([1-9]|1[0-2])$/;

/** The query parameters of figures, less cohorts and dimension: what counts is where children are now. */
export class ForecastParameters extends OmitType(FigureParameters, [
  'by',
  'birthYear',
  'schoolYear',
  'dimension',
] as const) {
  @ApiPropertyOptional({
    description: `Breakdown: any of ${FORECAST_BREAKDOWNS.join(', ')}. Default: area.`,
    example: 'area',
    type: String,
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayUnique()
  @IsIn(FORECAST_BREAKDOWNS, { each: true })
  by?: (typeof FORECAST_BREAKDOWNS)[number][];

  @ApiPropertyOptional({
    description: 'How many months ahead, at most 12.',
    pattern: MONTHS.source,
    default: '12',
  })
  @IsOptional()
  @Matches(MONTHS, { context: { expected: '1–12' } })
  months?: string;
}
