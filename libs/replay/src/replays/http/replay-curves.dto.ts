import { CURVE_DIMENSIONS, type CurveDimension } from '@lueckenlos/chain';
import { COMPETING, ESTIMATORS, type CurveRequest } from '@lueckenlos/figures';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';

const POVERTY_RISK = ['true', 'false', 'unknown'];

/** Which curves are replayed; what each member means, and its default, is that of `GET /v1/curves`. */
export class ReplayCurvesDto {
  @ApiProperty({ description: 'The stage to be reached.', example: 'kita' })
  @IsString()
  @IsNotEmpty()
  stage!: string;

  @ApiPropertyOptional({ description: '`birth`, or an earlier stage.', default: 'birth' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  from?: string;

  @ApiPropertyOptional({ enum: ESTIMATORS, default: 'aalen-johansen' })
  @IsOptional()
  @IsIn(ESTIMATORS)
  estimator?: CurveRequest['estimator'];

  @ApiPropertyOptional({ description: 'Default: all of them.', enum: COMPETING, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(COMPETING, { each: true })
  competing?: CurveRequest['competing'][number][];

  @ApiPropertyOptional({ description: 'Months over which mean times are taken.', minimum: 1, maximum: 999 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  horizon?: number;

  @ApiPropertyOptional({ enum: CURVE_DIMENSIONS, default: 'then' })
  @IsOptional()
  @IsIn(CURVE_DIMENSIONS)
  dimension?: CurveDimension;

  @ApiPropertyOptional({ description: 'Only these birth years.', type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsInt({ each: true })
  birthYear?: number[];

  @ApiPropertyOptional({ description: 'Only these school-entry years.', type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsInt({ each: true })
  schoolYear?: number[];

  @ApiPropertyOptional({ description: 'Only these areas, and what lies in them.', type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsString({ each: true })
  area?: string[];

  @ApiPropertyOptional({ description: 'Only these.', enum: POVERTY_RISK, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(POVERTY_RISK, { each: true })
  povertyRisk?: string[];
}
