import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { FORMATS, type Format } from '../query/figure-query';

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** Whose delays are asked for. */
export class ReportingDelaysParameters {
  @ApiPropertyOptional({ example: 'youth-office', description: 'Only this agency.' })
  @IsOptional()
  @IsString()
  agency?: string;

  @ApiPropertyOptional({ example: 'kita', description: 'Only this stage.' })
  @IsOptional()
  @IsString()
  stage?: string;

  @ApiPropertyOptional({
    example: '2026-06',
    description: 'What was known by the end of this month; else of the month before the present one.',
  })
  @IsOptional()
  @Matches(MONTH)
  asOf?: string;

  @ApiPropertyOptional({
    example: '2023-07',
    description: 'Only what occurred from this month on; else in the last 36 months.',
  })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({ enum: FORMATS, description: 'Else by `Accept`.' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: Format;
}
