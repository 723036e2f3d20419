import { ADJUSTMENTS } from '../comparisons/comparison-parameters.dto';
import {
  belowFloor,
  count,
  coverage,
  group,
  heading,
  protection,
  share,
  text,
  type Schema,
} from './figure-schemas';
import { all, nullable } from './schema-parts';

const probability: Schema = { type: 'number', minimum: 0, maximum: 1 };
const closed = { n: count, reached: count };
const estimate = all(
  {
    value: share,
    lower: share,
    upper: share,
    method: { type: 'string', enum: ['wilson', 'wilson-with-noise'] },
    n: count,
  },
  { belowFloor },
);
const funnel = nullable(
  all({
    expected: probability,
    lower95: probability,
    upper95: probability,
    lower998: probability,
    upper998: probability,
    place: { type: 'string', enum: ['far-below', 'below', 'within', 'above', 'far-above'] },
  }),
);
const dispersion = nullable(
  all({ phi: { type: 'number' }, threshold: { type: 'number' }, inflation: { type: 'number' } }),
);

export const comparisonsSchema: Schema = all(
  {
    ...heading,
    stage: text,
    level: { ...text, nullable: true },
    adjustedFor: { type: 'array', items: { type: 'string', enum: [...ADJUSTMENTS] } },
    town: all({ ...closed, share: estimate }),
    areas: {
      type: 'array',
      description: 'In order of code: areas are not ranked.',
      items: all({
        area: group['area'] ?? text,
        name: { ...text, nullable: true },
        ...closed,
        share: estimate,
        funnel,
        adjustedFunnel: funnel,
        standardised: all({
          value: share,
          stdErr: { type: 'number', nullable: true },
          lower: share,
          upper: share,
          method: { type: 'string', enum: ['direct', 'direct-with-noise'] },
        }),
      }),
    },
    withoutArea: all(closed),
    overDispersion: dispersion,
    adjustedOverDispersion: dispersion,
  },
  { coverage, protection },
);
