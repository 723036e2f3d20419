import { CURVE_DIMENSIONS, type CurveDimension } from '@lueckenlos/chain';
import { CommaSeparated } from '@lueckenlos/platform';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayUnique, IsIn, IsNotEmpty, IsOptional, Matches } from 'class-validator';
import { FigureParameters } from '../query/figure-parameters.dto';
import { COMPETING, ESTIMATORS, type Competing, type Estimator } from './curve-question';

const HORIZON = /^[1-9]\d{0,2}$/;

/** The query parameters of figures that follow children month by month. */
export class MonthlyParameters extends OmitType(FigureParameters, ['dimension'] as const) {
  @ApiPropertyOptional({
    description:
      'Which known value of area and poverty risk counts: the one known in each month, or the last one for all months.',
    enum: CURVE_DIMENSIONS,
    default: 'then',
  })
  @IsOptional()
  @IsIn(CURVE_DIMENSIONS)
  dimension?: CurveDimension;

  @ApiPropertyOptional({
    description: `Reasons to leave that compete; by the others children are censored. Default: ${COMPETING.join(',')}.`,
    example: COMPETING.join(','),
    type: String,
  })
  @IsOptional()
  @CommaSeparated()
  @ArrayUnique()
  @IsIn(COMPETING, { each: true })
  competing?: Competing[];
}

/** The query parameters of curves. */
export class CurveParameters extends MonthlyParameters {
  @ApiProperty({ description: 'The stage to be reached.', example: 'kita' })
  @IsNotEmpty()
  stage!: string;

  @ApiPropertyOptional({
    description: 'Where time begins: `birth`, or an earlier stage of the chain.',
    default: 'birth',
  })
  @IsOptional()
  @IsNotEmpty()
  from?: string;

  @ApiPropertyOptional({
    description:
      'Cumulative incidence with competing events, or survival without the event. The latter takes no `competing`.',
    enum: ESTIMATORS,
    default: 'aalen-johansen',
  })
  @IsOptional()
  @IsIn(ESTIMATORS)
  estimator?: Estimator;

  @ApiPropertyOptional({
    description: 'Months over which mean times are taken. Default: none are given.',
    pattern: HORIZON.source,
    example: '72',
  })
  @IsOptional()
  @Matches(HORIZON, { context: { expected: '1–999' } })
  horizon?: string;
}
