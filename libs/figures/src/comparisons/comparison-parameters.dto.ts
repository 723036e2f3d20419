import { CommaSeparated } from '@lueckenlos/platform';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayUnique, IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { FigureParameters } from '../query/figure-parameters.dto';

/** What areas may be adjusted for. */
export const ADJUSTMENTS = ['birthYear', 'povertyRisk'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** The query parameters of figures, less the breakdown: areas are compared at a level. */
export class ComparisonParameters extends OmitType(FigureParameters, ['by'] as const) {
  @ApiProperty({ description: 'The stage to be reached.', example: 'kita' })
  @IsNotEmpty()
  stage!: string;

  @ApiPropertyOptional({
    description: `What areas are adjusted for. Default: ${ADJUSTMENTS.join(',')}; with a release the best for which it has tables.`,
    example: 'povertyRisk',
    type: String,
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayUnique()
  @IsIn(ADJUSTMENTS, { each: true })
  adjustFor?: Adjustment[];
}
