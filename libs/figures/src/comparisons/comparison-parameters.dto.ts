import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import { FigureParameters } from '../query/figure-parameters.dto';

/** The query parameters of figures, less the breakdown: areas are compared at a level. */
export class ComparisonParameters extends OmitType(FigureParameters, ['by'] as const) {
  @ApiProperty({ description: 'The stage to be reached.', example: 'kita' })
  @IsNotEmpty()
  stage!: string;
}
