import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

export class ReadChainQuery {
  @ApiPropertyOptional({
    example: '2026-07-01T00:00:00Z',
    description: 'The newest definition recorded before this instant.',
  })
  @IsOptional()
  @IsString()
  knownBefore?: string;
}

export class ReadAreasQuery {
  @ApiPropertyOptional({
    example: '2026-01',
    description: 'The areas valid in this month; else in the present one.',
  })
  @IsOptional()
  @IsString()
  on?: string;
}
