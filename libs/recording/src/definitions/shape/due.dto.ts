import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsInt, ValidateIf } from 'class-validator';

/** A member that may be left out, but not sent as null: an absent one means the version's own. */
export const IfSent = (name: string): PropertyDecorator =>
  ValidateIf((rule: object) => (rule as Record<string, unknown>)[name] !== undefined);

export class MonthsAfterBirthDto {
  @ApiProperty({ enum: ['monthsAfterBirth'] })
  @IsIn(['monthsAfterBirth'])
  rule!: 'monthsAfterBirth';

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1200, example: 6 })
  @IsInt()
  months!: number;
}

export class SchoolYearRuleDto {
  @ApiProperty({ enum: ['schoolYear'] })
  @IsIn(['schoolYear'])
  rule!: 'schoolYear';

  @ApiProperty({
    type: 'integer',
    description: 'Years after the school-entry year; may be negative.',
    example: 0,
  })
  @IsInt()
  plusYears!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 12, example: 8 })
  @IsInt()
  month!: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Instead of the age of the version.' })
  @IfSent('age')
  @IsInt()
  age?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 12,
    description: 'Instead of the cut-off of the version.',
  })
  @IfSent('cutoffMonth')
  @IsInt()
  cutoffMonth?: number;
}

/** A rule that names itself as neither of the two: only that is said, its other members can't be judged. */
export class UnknownRuleDto {
  @IsIn(['monthsAfterBirth', 'schoolYear'])
  rule!: unknown;

  @Allow() months?: unknown;
  @Allow() plusYears?: unknown;
  @Allow() month?: unknown;
  @Allow() age?: unknown;
  @Allow() cutoffMonth?: unknown;
}

export function dueClassOf(
  rule: unknown,
): typeof MonthsAfterBirthDto | typeof SchoolYearRuleDto | typeof UnknownRuleDto {
  if (rule === 'monthsAfterBirth') return MonthsAfterBirthDto;
  return rule === 'schoolYear' ? SchoolYearRuleDto : UnknownRuleDto;
}
