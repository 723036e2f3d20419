import { count, type Schema } from '../openapi/figure-schemas';
import { all, nullable } from '../openapi/schema-parts';

const share: Schema = { type: 'number', nullable: true };
const estimate = all({ value: share, stdErr: share, lower: share, upper: share });

/** The answer of `GET /v1/reporting-delays`. */
export const reportingDelaysSchema: Schema = all({
  asOf: { type: 'string' },
  from: { type: 'string' },
  position: { type: 'string', description: 'Everything up to this position is counted.' },
  rows: {
    type: 'array',
    items: all({
      agency: { type: 'string' },
      stage: { type: 'string', nullable: true, description: 'Null: moves and deaths.' },
      n: count,
      stated: { ...count, description: 'Facts that state themselves when they were known.' },
      median: nullable(count),
      ninetyPercent: nullable(count),
      points: {
        type: 'array',
        items: all({ delay: count, atRisk: count, known: estimate, toCome: estimate }),
      },
    }),
  },
});
