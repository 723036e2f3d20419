import type { ApiResponseOptions } from '@nestjs/swagger';
import { COLUMNS } from './access-log-entry';

type Content = NonNullable<Extract<ApiResponseOptions, { content?: unknown }>['content']>;
type Schema = NonNullable<Content[string]['schema']>;

const text: Schema = { type: 'string' };

/** A page of entries, for the OpenAPI document. */
export const PAGE_SCHEMA: Schema = {
  type: 'object',
  required: ['entries', 'next'],
  additionalProperties: false,
  properties: {
    entries: {
      type: 'array',
      items: {
        type: 'object',
        required: [...COLUMNS],
        additionalProperties: false,
        properties: {
          id: text,
          at: { type: 'string', format: 'date-time' },
          client: text,
          role: text,
          agency: { type: 'string', nullable: true },
          purpose: { type: 'string', nullable: true },
          operation: text,
          resource: { type: 'string', description: 'What was looked at, never whom.' },
          outcome: { type: 'string', description: '`given`, `refused:<code>` or `failed`.' },
        },
      },
    },
    next: { type: 'string', nullable: true, description: 'Go on with it as `after`; null: that was all.' },
  },
};
