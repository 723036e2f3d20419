import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

export class ReadCalendarQuery {
  @ApiPropertyOptional({
    example: '2026-07-01T00:00:00Z',
    description: 'The newest calendar recorded before this instant.',
  })
  @IsOptional()
  @IsString()
  knownBefore?: string;
}
