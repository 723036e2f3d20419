import { count, type Schema } from '../openapi/figure-schemas';
import { all } from '../openapi/schema-parts';

const byCode = (description: string): Schema => ({
  type: 'object',
  additionalProperties: count,
  description,
});

/** The answer of `GET /v1/data-quality`. */
export const dataQualitySchema: Schema = all({
  position: { type: 'string', description: 'Every record up to this position is counted.' },
  rows: {
    type: 'array',
    items: all({
      agency: { type: 'string' },
      month: { type: 'string', description: 'Of arrival, UTC.' },
      accepted: count,
      corrections: count,
      retractions: count,
      parked: { ...count, description: 'Still waiting for the record that they name.' },
      outsideEveryWindow: { ...count, description: 'In a month in which no chain expects the stage.' },
      duplicates: { ...count, description: 'Rows that were in the log before.' },
      rejected: { ...count, description: 'Rows that are not in the log.' },
      warnings: byCode('Records by code.'),
      rejections: byCode('Rejected rows by code, a row once for each of its codes.'),
    }),
  },
});
