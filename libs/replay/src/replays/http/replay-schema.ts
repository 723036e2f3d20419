import { CURVE_DIMENSIONS } from '@lueckenlos/chain';
import { COMPETING, curvesSchema, dropOffsSchema, ESTIMATORS, flowsSchema } from '@lueckenlos/figures';
import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = NonNullable<ApiResponseSchemaHost['schema']>;
const text = { type: 'string' } as const;
const count = { type: 'integer' } as const;
const numberOrMonth: Schema = { oneOf: [{ type: 'number', nullable: true }, { type: 'string' }] };
const FILTERS = ['birthYear', 'schoolYear', 'area', 'povertyRisk'];
const instant = { type: 'string', format: 'date-time', nullable: true } as const;
const rowsOf = (schema: Schema, member: string): object =>
  (schema as { properties: Readonly<Record<string, object>> }).properties[member] ?? {};

const cellDifference: Schema = {
  type: 'object',
  required: ['cube', 'by', 'measure', 'stage', 'value', 'published', 'replayed'],
  additionalProperties: false,
  properties: {
    cube: text,
    by: { type: 'object', additionalProperties: true },
    measure: text,
    stage: text,
    value: text,
    published: count,
    replayed: count,
  },
};

const rowDifference: Schema = {
  type: 'object',
  required: ['row', 'status', 'live', 'replayed'],
  additionalProperties: false,
  properties: {
    row: { type: 'object', additionalProperties: true },
    status: text,
    live: count,
    replayed: count,
  },
};

const pointDifference: Schema = {
  type: 'object',
  required: ['row', 'number', 'live', 'replayed'],
  additionalProperties: false,
  properties: {
    row: { type: 'object', additionalProperties: true },
    number: { ...text, description: 'A number of the point, or `deliveredThrough`.' },
    live: numberOrMonth,
    replayed: numberOrMonth,
  },
};

const valuesOf = (items: object): object => ({ type: 'array', items, nullable: true });

/** Which curves were asked for, with the defaults; a filter that keeps all is null. */
const curves: Schema = {
  type: 'object',
  description: 'Which curves. Only where curves were asked for.',
  required: ['from', 'stage', 'estimator', 'competing', 'horizon', 'dimension'].concat(FILTERS),
  additionalProperties: false,
  properties: {
    from: text,
    stage: text,
    estimator: { type: 'string', enum: [...ESTIMATORS] },
    competing: { type: 'array', items: { type: 'string', enum: [...COMPETING] } },
    horizon: { ...count, nullable: true },
    dimension: { type: 'string', enum: [...CURVE_DIMENSIONS] },
    birthYear: valuesOf(count),
    schoolYear: valuesOf(count),
    area: valuesOf(text),
    povertyRisk: valuesOf(text),
  },
};

/** What `GET /v1/replays/{id}` answers. */
export const replaySchema: Schema = {
  type: 'object',
  required: [
    'id',
    'state',
    'chain',
    'asOf',
    'by',
    'level',
    'boundaries',
    'knownBefore',
    'eventsRead',
    'askedAt',
    'finishedAt',
    'position',
  ],
  additionalProperties: false,
  properties: {
    id: text,
    state: { type: 'string', enum: ['queued', 'running', 'completed', 'failed'] },
    chain: text,
    asOf: text,
    by: { type: 'array', items: text },
    level: { type: 'string', nullable: true },
    boundaries: { ...text, description: 'Month whose area hierarchy counts.' },
    chainVersion: { ...count, description: 'As if this version of the chain held for every birth.' },
    knownBefore: instant,
    curves,
    eventsRead: count,
    askedAt: instant,
    finishedAt: instant,
    position: { ...text, description: 'The figures hold up to here. Decimal.' },
    digest: {
      ...text,
      description: 'SHA-256: of the cells of the release, else over the canonical rows or strata.',
    },
    scope: rowsOf(dropOffsSchema, 'scope'),
    rows: rowsOf(dropOffsSchema, 'rows'),
    flows: rowsOf(flowsSchema, 'rows'),
    strata: rowsOf(curvesSchema, 'strata'),
    release: {
      type: 'object',
      description: 'Whether the release came out again. Only of one that was to be verified.',
      required: ['id', 'digest', 'replayedDigest', 'equal', 'cells', 'differences', 'differing'],
      additionalProperties: false,
      properties: {
        id: text,
        digest: { ...text, description: 'As published.' },
        replayedDigest: text,
        equal: { type: 'boolean' },
        cells: count,
        differences: { type: 'array', items: cellDifference, description: 'The first thousand.' },
        differing: count,
        codeVersions: {
          type: 'object',
          description:
            'Of the software that published it (null where that was not written down), and of the one that has counted it again.',
          required: ['published', 'replayed'],
          additionalProperties: false,
          properties: { published: { ...text, nullable: true }, replayed: text },
        },
        note: {
          type: 'object',
          description:
            'That another version of the software has counted it again. Absent where it is the same.',
          required: ['code', 'detail'],
          additionalProperties: false,
          properties: { code: text, detail: text },
        },
      },
    },
    live: {
      type: 'object',
      description:
        'Compared with the live figure; absent for a release, and where the read models can’t answer.',
      required: ['equal', 'differences'],
      additionalProperties: false,
      properties: {
        equal: { type: 'boolean' },
        differences: { type: 'array', items: { oneOf: [rowDifference, pointDifference] } },
      },
    },
    problem: {
      type: 'object',
      description: 'Why it failed.',
      required: ['code', 'detail'],
      additionalProperties: false,
      properties: { code: text, detail: text },
    },
  },
};
