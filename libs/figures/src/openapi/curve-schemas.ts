import { CURVE_DIMENSIONS } from '@lueckenlos/chain';
import { COMPETING, ESTIMATORS } from '../curves/curve-question';
import {
  count,
  coverage,
  deliveredThrough,
  group,
  heading,
  protection,
  share as limit,
  text,
  type Schema,
} from './figure-schemas';
import { all, nullable } from './schema-parts';

const number: Schema = { type: 'number' };
const months = nullable(count);
const probability: Schema = { type: 'number', minimum: 0, maximum: 1 };
const key: Schema = { type: 'object', additionalProperties: false, properties: group };
const competingReasons: Schema = { type: 'array', items: { type: 'string', enum: [...COMPETING] } };
const dimension: Schema = { type: 'string', enum: [...CURVE_DIMENSIONS] };

const meanTime = all({ value: number, stdErr: number });
const restrictedMeans: Schema = {
  ...nullable(
    all({
      horizon: count,
      eventFree: meanTime,
      sinceEvent: meanTime,
      sinceCompeting: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(COMPETING.map((reason) => [reason, meanTime])),
      },
    }),
  ),
  description:
    'Mean months, of the first `horizon`, without the event, and since it; null without `horizon`.',
};

const curvePoint: Schema = {
  type: 'object',
  required: [
    't',
    'atRisk',
    'entries',
    'events',
    'competing',
    'censored',
    'estimate',
    'stdErr',
    'lower',
    'upper',
  ],
  additionalProperties: false,
  properties: {
    t: { ...count, description: 'Months since the origin.' },
    atRisk: count,
    entries: { ...nullable(count), description: 'Null with a release: not published.' },
    events: count,
    competing: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(COMPETING.map((reason) => [reason, count])),
    },
    censored: { ...nullable(count), description: 'Null with a release: not published.' },
    estimate: {
      ...nullable(probability),
      description: 'Cumulative incidence, or survival for kaplan-meier. Null with a release on a small base.',
    },
    stdErr: nullable(number),
    lower: limit,
    upper: limit,
    belowFloor: { type: 'boolean', enum: [true], description: 'Fewer are at risk than `floor`.' },
  },
};

export const curvesSchema: Schema = all(
  {
    ...heading,
    from: text,
    stage: text,
    estimator: { type: 'string', enum: [...ESTIMATORS] },
    competing: competingReasons,
    dimension,
    floor: count,
    strata: {
      type: 'array',
      items: all(
        {
          key,
          points: { type: 'array', items: curvePoint },
          quartiles: {
            type: 'array',
            description: 'The first month at which the curve, and each of its limits, reaches the share.',
            items: all({
              share: { type: 'number', enum: [0.25, 0.5, 0.75] },
              month: months,
              lower: months,
              upper: months,
            }),
          },
          restrictedMeans,
        },
        { deliveredThrough },
      ),
    },
  },
  { coverage, protection },
);

const estimate = all({ value: probability, stdErr: number, lower: limit, upper: limit });

export const occupationSchema: Schema = all(
  {
    ...heading,
    competing: competingReasons,
    dimension,
    floor: count,
    states: { type: 'array', items: text },
    strata: {
      type: 'array',
      items: all(
        {
          key,
          points: {
            type: 'array',
            items: {
              type: 'object',
              required: ['t', 'atRisk', 'states'],
              additionalProperties: false,
              properties: {
                t: { ...count, description: 'Months since birth.' },
                atRisk: { type: 'object', additionalProperties: count, description: 'By state.' },
                states: { type: 'object', additionalProperties: estimate },
                belowFloor: { type: 'boolean', enum: [true], description: 'Fewer are at risk than `floor`.' },
              },
            },
          },
        },
        { deliveredThrough },
      ),
    },
  },
  { coverage },
);
