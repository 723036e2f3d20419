import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = NonNullable<
  NonNullable<Extract<ApiResponseOptions, { content?: unknown }>['content']>[string]['schema']
>;

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };

/** The answer of `GET /v1/deliveries`. */
export const deliveriesSchema: Schema = {
  type: 'object',
  required: ['position', 'deliveries'],
  additionalProperties: false,
  properties: {
    position: { type: 'string', description: 'Everything up to this position is in the answer.' },
    deliveries: {
      type: 'array',
      items: {
        type: 'object',
        required: ['agency', 'stages', 'period', 'due', 'state', 'completedAt'],
        additionalProperties: false,
        properties: {
          agency: text,
          stages: texts,
          areas: texts,
          period: {
            type: 'object',
            required: ['from', 'to'],
            additionalProperties: false,
            properties: { from: text, to: text },
          },
          due: { type: 'string', description: 'In time until the end of this month.' },
          state: { type: 'string', enum: ['completed', 'pending', 'overdue'] },
          completedAt: { type: 'string', format: 'date-time', nullable: true },
        },
      },
    },
  },
};
