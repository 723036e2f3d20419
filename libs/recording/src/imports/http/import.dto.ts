import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { RecordMode } from '../../record-events/row';
import type { ImportState } from '../job/import-job';
import type { ImportView } from '../job/import-view';

export class StartImportQuery {
  @ApiPropertyOptional({
    enum: ['each', 'all'],
    default: 'each',
    description: 'each: every row stands for itself. all: one bad row and nothing is stored.',
  })
  @IsOptional()
  @IsIn(['each', 'all'])
  mode?: RecordMode;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'true stores nothing, same report.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

export class ListImportsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @Matches(/^([1-9]\d{0,2}|1000)$/)
  limit?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Goes on behind this import; the Link header names it.',
  })
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/i)
  before?: string;
}

/** What a sender is told about an import. */
export class ImportDto implements ImportView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] })
  state!: ImportState;

  @ApiProperty({ type: 'integer', description: 'Lines that were looked at, empty ones aside.' })
  rows!: number;

  @ApiProperty({ type: 'integer', description: 'Rows that this import has put in.' })
  accepted!: number;

  @ApiProperty({ type: 'integer', description: 'Rows that were in already.' })
  duplicates!: number;

  @ApiProperty({ type: 'integer', description: 'Rows that were refused; see the report.' })
  rejected!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;

  @ApiProperty({ description: 'SHA-256 of the file in hexadecimal, decompressed.' })
  digest!: string;
}
