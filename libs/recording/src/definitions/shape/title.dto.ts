import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

export class TitleDto {
  @ApiProperty({ maxLength: 200, example: 'Kita-Eintritt' })
  @IsString()
  de!: string;

  @ApiProperty({ maxLength: 200, example: 'Kita entry' })
  @IsString()
  en!: string;
}
