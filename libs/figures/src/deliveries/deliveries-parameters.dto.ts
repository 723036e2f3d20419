import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** Which announced periods are asked for. */
export class DeliveriesParameters {
  @ApiPropertyOptional({ example: 'youth-office', description: 'Only this agency.' })
  @IsOptional()
  @IsString()
  agency?: string;

  @ApiPropertyOptional({
    example: '2025-01',
    description: 'Periods that end in this month or later; else of the last 24 months.',
  })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({
    example: '2026-12',
    description: 'Periods that end by this month; else by the present one.',
  })
  @IsOptional()
  @Matches(MONTH)
  to?: string;

  @ApiPropertyOptional({
    example: '2026-07-01T00:00:00Z',
    description: 'As it was known before this instant, and stood in its month.',
  })
  @IsOptional()
  @IsString()
  knownBefore?: string;

  @ApiPropertyOptional({ enum: ['json', 'csv'], description: 'Else by `Accept`.' })
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}
