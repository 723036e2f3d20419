import { FACT_KINDS, SCOPES, STATUSES } from '@lueckenlos/chain';
import { DELIVERY_KINDS } from './changed-cells';
import { count, figureContent, group, question, text, type Schema } from '../openapi/figure-schemas';

const KINDS = [...FACT_KINDS, 'corrected', 'retracted', 'cases-linked', 'cases-unlinked', ...DELIVERY_KINDS];

const change: Record<string, Schema> = {
  before: { ...count, description: 'The figure up to the first position.' },
  after: { ...count, description: 'The figure up to the second position: before + entered − left.' },
  entered: { ...count, description: 'Cases that count here in the second state and did not in the first.' },
  left: { ...count, description: 'Cases that counted here in the first state and do not in the second.' },
  through: {
    type: 'object',
    description: 'Case files behind it, by the kinds of what arrived in between.',
    properties: Object.fromEntries(KINDS.map((kind) => [kind, count])),
    additionalProperties: false,
  },
};
const CHANGE = Object.keys(change);

const heading: Record<string, Schema> = {
  ...question,
  between: { type: 'array', items: text, minItems: 2, maxItems: 2, description: 'The two positions.' },
  position: { type: 'string', description: 'How far the read models are; both positions are in them.' },
  release: { type: 'string', nullable: true },
  exact: { type: 'boolean' },
};

export const changesContent = figureContent({
  type: 'object',
  required: [...Object.keys(heading), 'scope', 'rows'],
  additionalProperties: false,
  properties: {
    ...heading,
    scope: {
      type: 'array',
      items: {
        type: 'object',
        required: ['scope', ...CHANGE],
        additionalProperties: false,
        properties: { scope: { type: 'string', enum: [...SCOPES] }, ...change },
      },
    },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['stage', 'status', ...CHANGE],
        additionalProperties: false,
        properties: { ...group, stage: text, status: { type: 'string', enum: [...STATUSES] }, ...change },
      },
    },
  },
});
