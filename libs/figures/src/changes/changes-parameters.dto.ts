import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { FigureParameters, MONTH } from '../query/figure-parameters.dto';

/** Positions are 64-bit numbers. */
const BETWEEN = /^\d{1,18},\d{1,18}$/;

/** The parameters of figures, with two positions in place of a known-before instant. */
export class ChangesParameters extends OmitType(FigureParameters, [
  'release',
  'asOf',
  'knownBefore',
] as const) {
  @ApiProperty({
    description: 'Two positions of the log, ascending: what was known up to the first, and up to the second.',
    example: '1000,2000',
    pattern: BETWEEN.source,
  })
  @Matches(BETWEEN, { context: { expected: '1000,2000' } })
  between!: string;

  @ApiProperty({
    description: 'As-of month of both figures: what had happened by its end.',
    example: '2026-06',
  })
  @Matches(MONTH, { context: { expected: 'YYYY-MM' } })
  asOf!: string;
}
