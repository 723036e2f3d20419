import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsObject, IsString, ValidateIf, ValidateNested } from 'class-validator';

export class AreaDto {
  @ApiProperty({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', example: '190' })
  @IsString()
  code!: string;

  @ApiProperty({ maxLength: 200, example: 'Hüls' })
  @IsString()
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'B9', description: 'Code of the area it lies in.' })
  @ValidateIf((area: AreaDto) => area.parent !== null)
  @IsString()
  parent!: string | null;

  @ApiProperty({ example: 'stadtteil', description: 'Names the level.' })
  @IsString()
  kind!: string;
}

/** What `PUT /v1/areas/{municipality}` takes and `GET` gives back. */
export class AreasDto {
  @ApiProperty({ pattern: '^\\d{4}-\\d{2}$', example: '2026-01' })
  @IsString()
  validFrom!: string;

  @ApiProperty({ type: [AreaDto] })
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AreaDto)
  areas!: AreaDto[];
}

export class ListedAreasDto extends AreasDto {
  @ApiProperty({ example: 'krefeld' })
  municipality!: string;
}
