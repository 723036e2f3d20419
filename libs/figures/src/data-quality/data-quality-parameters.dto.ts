import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { FORMATS, type Format } from '../query/figure-query';

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** Which arrivals are asked for. */
export class DataQualityParameters {
  @ApiPropertyOptional({ example: 'youth-office', description: 'Only this agency.' })
  @IsOptional()
  @IsString()
  agency?: string;

  @ApiPropertyOptional({
    example: '2026-01',
    description: 'First month of arrival; else of the last 24 months.',
  })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({ example: '2026-06', description: 'Last month of arrival; else the present one.' })
  @IsOptional()
  @Matches(MONTH)
  to?: string;

  @ApiPropertyOptional({ enum: FORMATS, description: 'Else by `Accept`.' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: Format;
}
