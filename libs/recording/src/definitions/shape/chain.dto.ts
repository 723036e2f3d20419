import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type, type TypeHelpOptions } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsObject, IsString, ValidateNested } from 'class-validator';
import { dueClassOf, IfSent, MonthsAfterBirthDto, SchoolYearRuleDto } from './due.dto';
import { TitleDto } from './title.dto';

export class SchoolYearDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 12,
    example: 9,
    description: 'Last month of the cut-off.',
  })
  @IsInt()
  cutoffMonth!: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 99, example: 6 })
  @IsInt()
  age!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 12, example: 8 })
  @IsInt()
  startMonth!: number;
}

@ApiExtraModels(MonthsAfterBirthDto, SchoolYearRuleDto)
export class StageDto {
  @ApiProperty({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', example: 'kita' })
  @IsString()
  id!: string;

  @ApiProperty({ type: TitleDto })
  @IsObject()
  @ValidateNested()
  @Type(() => TitleDto)
  title!: TitleDto;

  @ApiProperty({
    oneOf: [{ $ref: getSchemaPath(MonthsAfterBirthDto) }, { $ref: getSchemaPath(SchoolYearRuleDto) }],
  })
  @IsObject()
  @ValidateNested()
  @Type((options?: TypeHelpOptions) => dueClassOf(ruleIn(options)))
  due!: MonthsAfterBirthDto | SchoolYearRuleDto;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1200, example: 6, description: 'Months.' })
  @IsInt()
  grace!: number;
}

function ruleIn(options: TypeHelpOptions | undefined): unknown {
  const stage = options?.object as { due?: { rule?: unknown } | null } | undefined;
  return stage?.due?.rule;
}

export class VersionDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  @IsInt()
  version!: number;

  @ApiProperty({ pattern: '^\\d{4}-\\d{2}$', example: '1900-01' })
  @IsString()
  validForBirthsFrom!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: true,
    description: 'False for a planned version: checked, but it holds for no birth until it is switched on.',
  })
  @IfSent('inForce')
  @IsBoolean()
  inForce?: boolean;

  @ApiProperty({ type: SchoolYearDto })
  @IsObject()
  @ValidateNested()
  @Type(() => SchoolYearDto)
  schoolYear!: SchoolYearDto;

  @ApiProperty({ type: [StageDto] })
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StageDto)
  stages!: StageDto[];
}

/** What `PUT /v1/chains/{id}` takes and `GET` gives back. */
export class ChainDto {
  @ApiProperty({ type: TitleDto })
  @IsObject()
  @ValidateNested()
  @Type(() => TitleDto)
  title!: TitleDto;

  @ApiProperty({ type: [VersionDto] })
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => VersionDto)
  versions!: VersionDto[];
}

export class ListedChainDto extends ChainDto {
  @ApiProperty({ example: 'krefeld' })
  id!: string;
}
