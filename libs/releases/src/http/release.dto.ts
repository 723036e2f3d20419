import { coverageSchema } from '@lueckenlos/figures';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import type { NamedTable, Release, Withdrawal } from '../catalogue/release';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Chains bear such ids. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const covered = { ...coverageSchema, nullable: true } as ApiPropertyOptions;

/** What `POST /v1/releases` takes. */
export class PublicationDto {
  @ApiProperty({ description: 'Id of the chain.', example: 'krefeld' })
  @Matches(ID, { context: { expected: 'krefeld' } })
  chain!: string;

  @ApiProperty({ description: 'As-of month; it must be over.', example: '2026-06' })
  @Matches(MONTH, { context: { expected: 'YYYY-MM' } })
  asOf!: string;

  @ApiProperty({ description: 'What people call it.', example: 'Monatsbericht Juni 2026', maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  label!: string;
}

/** What `POST /v1/releases/{id}/withdrawal` takes. */
export class WithdrawalDto {
  @ApiProperty({ description: 'Why. Everybody who asks for the release reads it.', maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

class TableView implements NamedTable {
  @ApiProperty({ example: 'd5-v3-js2' })
  name!: string;

  @ApiProperty({ description: 'SHA-256 over what decides on published counts.' })
  digest!: string;

  @ApiProperty({
    type: 'object',
    properties: {
      maxNoise: { type: 'integer' },
      variance: { type: 'number' },
      blockedUpTo: { type: 'integer' },
      minimumStay: { type: 'number' },
      monotone: { type: 'boolean' },
    },
    additionalProperties: false,
  })
  parameters!: NamedTable['parameters'];
}

/** What a release freezes; a record counts if its position is up to `position` and it was known before `knownBefore`. */
export class ReleaseDto implements Release {
  @ApiProperty({ example: 'krefeld-2026-06-1' })
  id!: string;

  @ApiProperty({ example: 'krefeld' })
  chain!: string;

  @ApiProperty({ example: '2026-06' })
  asOf!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({ format: 'date-time' })
  knownBefore!: string;

  @ApiProperty({ description: 'Decimal.' })
  position!: string;

  @ApiProperty({ description: 'Of the definition of the chain.' })
  chainPosition!: string;

  @ApiProperty({ type: [Number] })
  chainVersions!: number[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Of each edition of areas, by municipality and first month.',
  })
  areaPositions!: Record<string, string>;

  @ApiProperty({ type: TableView })
  table!: TableView;

  @ApiProperty({ description: 'Releases of two series can’t be compared.' })
  series!: string;

  @ApiProperty({ type: [String], example: ['drop-offs:all', 'drop-offs:birthYear'] })
  cubes!: string[];

  @ApiProperty({ description: 'The least published base on which a share is shown.' })
  floor!: number;

  @ApiProperty(covered)
  coverage!: Release['coverage'];

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Version of the software that counted it; null of releases from before that was written down.',
    example: '0.1.0',
  })
  codeVersion!: string | null;

  @ApiProperty({ description: 'SHA-256 over the canonical (RFC 8785) published cells.' })
  digest!: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;

  @ApiProperty({
    type: 'object',
    nullable: true,
    required: ['at', 'reason'],
    additionalProperties: false,
    properties: { at: { type: 'string', format: 'date-time' }, reason: { type: 'string' } },
  })
  withdrawn!: Withdrawal | null;
}
