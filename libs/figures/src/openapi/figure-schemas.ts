import { SCOPES, STATUSES } from '@lueckenlos/chain';
import { ApiHeader, type ApiResponseOptions } from '@nestjs/swagger';

type Content = NonNullable<Extract<ApiResponseOptions, { content?: unknown }>['content']>;
export type Schema = NonNullable<Content[string]['schema']>;

export const count: Schema = { type: 'integer', minimum: 0 };
export const text: Schema = { type: 'string' };
export const share: Schema = { type: 'number', nullable: true, minimum: 0, maximum: 1 };

/** What every answer says of the question. */
export const question: Record<string, Schema> = {
  chain: text,
  chainVersions: { type: 'array', items: { type: 'integer' } },
  chainPosition: { type: 'string', description: 'Position of the chain’s definition.' },
  asOf: text,
  boundaries: { type: 'string', description: 'Month whose area hierarchy counts.' },
};

export const heading: Record<string, Schema> = {
  ...question,
  knownBefore: { type: 'string', format: 'date-time' },
  position: { type: 'string', description: 'Everything up to this position is in the answer.' },
  release: { type: 'string', nullable: true },
  exact: { type: 'boolean' },
};
const HEADING = Object.keys(heading);

/** Only where too small a base is told from a good one: with a release. */
export const belowFloor: Schema = {
  type: 'boolean',
  description: 'Only with a release: too small a base for a share.',
};

export const protection: Schema = {
  type: 'object',
  description: 'Only with a release: how its counts were protected.',
  required: ['method', 'table', 'maxNoise', 'floor', 'additive', 'note', 'withdrawn'],
  additionalProperties: false,
  properties: {
    method: { type: 'string', enum: ['cell-key'] },
    table: text,
    maxNoise: count,
    floor: count,
    additive: { type: 'boolean', enum: [false] },
    note: {
      type: 'object',
      required: ['de', 'en'],
      additionalProperties: false,
      properties: { de: text, en: text },
    },
    withdrawn: {
      type: 'object',
      nullable: true,
      required: ['at', 'reason'],
      additionalProperties: false,
      properties: { at: { type: 'string', format: 'date-time' }, reason: text },
    },
  },
};

/** The mark of a row or stratum whose sources have not delivered up to the as-of month. */
export const deliveredThrough: Schema = {
  type: 'string',
  description: 'The last month that the sources have delivered; absent where they have delivered everything.',
};

/** Only where agencies announce deliveries. */
export const coverage: Schema = {
  type: 'array',
  description: 'How far the sources have delivered; absent where nobody announces deliveries.',
  items: {
    type: 'object',
    required: ['agency', 'stages', 'completedThrough', 'due', 'state'],
    additionalProperties: false,
    properties: {
      agency: text,
      stages: { type: 'array', items: text },
      areas: { type: 'array', items: text },
      completedThrough: { type: 'string', nullable: true },
      due: { type: 'string', nullable: true },
      state: { type: 'string', enum: ['complete', 'partial', 'silent'] },
    },
  },
};

export const group: Record<string, Schema> = {
  birthYear: { oneOf: [{ type: 'integer' }, text] },
  schoolYear: { oneOf: [{ type: 'integer' }, text] },
  area: text,
  povertyRisk: { oneOf: [{ type: 'boolean' }, text] },
};

const counts = (names: readonly string[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, count])),
  additionalProperties: false,
});

export const dropOffsSchema: Schema = {
  type: 'object',
  required: [...HEADING, 'scope', 'rows'],
  additionalProperties: false,
  properties: {
    ...heading,
    protection,
    coverage,
    scope: { ...counts(SCOPES), required: [...SCOPES], nullable: true },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['stage', 'counts', 'reachedShare'],
        additionalProperties: false,
        properties: {
          ...group,
          stage: text,
          counts: counts(STATUSES),
          unconfirmed: {
            ...count,
            description: 'Cases past their deadline, not counted as lost: their source has not delivered.',
          },
          reachedShare: {
            type: 'object',
            required: ['value', 'lower', 'upper', 'method', 'n'],
            additionalProperties: false,
            properties: {
              value: share,
              lower: share,
              upper: share,
              method: { type: 'string', enum: ['wilson', 'wilson-with-noise'] },
              n: count,
              belowFloor,
            },
          },
        },
      },
    },
  },
};

export const flowsSchema: Schema = {
  type: 'object',
  required: [...HEADING, 'rows'],
  additionalProperties: false,
  properties: {
    ...heading,
    protection,
    coverage,
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['from', 'to', 'count'],
        additionalProperties: false,
        properties: { ...group, from: text, to: { type: 'string', nullable: true }, count },
      },
    },
    unconfirmed: {
      type: 'array',
      description:
        'Of how many a release does not tell where they went, because a source was silent. Absent where there are none.',
      items: {
        type: 'object',
        required: ['from', 'count'],
        additionalProperties: false,
        properties: { ...group, from: text, count },
      },
    },
  },
};

/** The media types that every figure is answered in. */
export function figureContent(json: Schema): Content {
  return {
    'application/json': {
      schema: {
        oneOf: [
          json,
          {
            type: 'object',
            description: 'JSON-stat 2.0, with format=json-stat',
            required: ['version', 'class', 'value'],
          },
        ],
      },
    },
    'text/csv': { schema: text },
  };
}

export const ApiPurpose = (): MethodDecorator =>
  ApiHeader({
    name: 'Purpose',
    required: false,
    description: 'Why it is needed; written to the access log.',
  });
