import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = NonNullable<
  NonNullable<Extract<ApiResponseOptions, { content?: unknown }>['content']>[string]['schema']
>;

const count: Schema = { type: 'integer', minimum: 0 };
const months: Schema = { ...count, nullable: true };
const share: Schema = { type: 'number', nullable: true };
const estimate: Schema = {
  type: 'object',
  required: ['value', 'stdErr', 'lower', 'upper'],
  additionalProperties: false,
  properties: { value: share, stdErr: share, lower: share, upper: share },
};

/** The answer of `GET /v1/reporting-delays`. */
export const reportingDelaysSchema: Schema = {
  type: 'object',
  required: ['asOf', 'from', 'position', 'rows'],
  additionalProperties: false,
  properties: {
    asOf: { type: 'string' },
    from: { type: 'string' },
    position: { type: 'string', description: 'Everything up to this position is counted.' },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['agency', 'stage', 'n', 'stated', 'median', 'ninetyPercent', 'points'],
        additionalProperties: false,
        properties: {
          agency: { type: 'string' },
          stage: { type: 'string', nullable: true, description: 'Null: moves and deaths.' },
          n: count,
          stated: { ...count, description: 'Facts that state themselves when they were known.' },
          median: months,
          ninetyPercent: months,
          points: {
            type: 'array',
            items: {
              type: 'object',
              required: ['delay', 'atRisk', 'known', 'toCome'],
              additionalProperties: false,
              properties: { delay: count, atRisk: count, known: estimate, toCome: estimate },
            },
          },
        },
      },
    },
  },
};
