import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { RecordMode } from './row';

/** How a delivery is to be taken. */
export class RecordQuery {
  @ApiPropertyOptional({
    enum: ['each', 'all'],
    default: 'each',
    description: 'each: a row for itself; all: all or nothing.',
  })
  @IsOptional()
  @IsIn(['each', 'all'])
  mode?: RecordMode;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'true: report only, store nothing.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}
