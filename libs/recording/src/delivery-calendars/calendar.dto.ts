import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RHYTHMS } from '@lueckenlos/chain';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsObject, IsString, ValidateIf, ValidateNested } from 'class-validator';

/** Null is not absent here, as nowhere in definitions. */
const IfSent = (name: keyof AnnouncedDeliveryDto) =>
  ValidateIf((delivery: AnnouncedDeliveryDto) => delivery[name] !== undefined);

export class AnnouncedDeliveryDto {
  @ApiProperty({ type: [String], example: ['kita'], description: 'Stages that the agency may send.' })
  @IsArray()
  @IsString({ each: true })
  stages!: string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['010'],
    description: 'Area codes; absent: the whole town.',
  })
  @IfSent('areas')
  @IsArray()
  @IsString({ each: true })
  areas?: string[];

  @ApiProperty({ enum: Object.keys(RHYTHMS), example: 'quarterly' })
  @IsString()
  rhythm!: string;

  @ApiProperty({
    pattern: '^\\d{4}-\\d{2}$',
    example: '2026-01',
    description: 'First month of the first period.',
  })
  @IsString()
  from!: string;

  @ApiPropertyOptional({
    pattern: '^\\d{4}-\\d{2}$',
    example: '2030-12',
    description: 'Last month that is delivered; absent: until further notice.',
  })
  @IfSent('until')
  @IsString()
  until?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 120,
    example: 2,
    description: 'Months after the end of a period within which it is completed.',
  })
  @IsInt()
  dueWithinMonths!: number;
}

/** What `PUT /v1/delivery-calendars/{agency}` takes and `GET` gives back. */
export class DeliveryCalendarDto {
  @ApiProperty({
    type: [AnnouncedDeliveryDto],
    description: 'Everything that the agency announces; may be empty.',
  })
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AnnouncedDeliveryDto)
  deliveries!: AnnouncedDeliveryDto[];
}

export class ListedCalendarDto extends DeliveryCalendarDto {
  @ApiProperty({ example: 'youth-office' })
  agency!: string;
}
