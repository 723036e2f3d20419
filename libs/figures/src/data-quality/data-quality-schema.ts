import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = NonNullable<
  NonNullable<Extract<ApiResponseOptions, { content?: unknown }>['content']>[string]['schema']
>;

const count: Schema = { type: 'integer', minimum: 0 };

/** The answer of `GET /v1/data-quality`. */
export const dataQualitySchema: Schema = {
  type: 'object',
  required: ['position', 'rows'],
  additionalProperties: false,
  properties: {
    position: { type: 'string', description: 'Everything up to this position is counted.' },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['agency', 'month', 'accepted', 'corrections', 'retractions', 'parked', 'warnings'],
        additionalProperties: false,
        properties: {
          agency: { type: 'string' },
          month: { type: 'string', description: 'Of arrival, UTC.' },
          accepted: count,
          corrections: count,
          retractions: count,
          parked: { ...count, description: 'Still waiting for the record that they name.' },
          warnings: { type: 'object', additionalProperties: count, description: 'By code.' },
        },
      },
    },
  },
};
