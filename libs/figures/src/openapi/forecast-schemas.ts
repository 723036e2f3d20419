import { count, coverage, deliveredThrough, group, heading, text, type Schema } from './figure-schemas';
import { all, nullable } from './schema-parts';

const amount: Schema = { type: 'number', minimum: 0 };
const expected = nullable(all({ value: amount, lower: amount, upper: amount, basis: count }));

/** A row has the members of its group besides. */
function row(own: Record<string, Schema>): Schema {
  const { area = text, povertyRisk = text } = group;
  const always = { stage: text, ...own, cases: count, reachedInTime: expected };
  return all(always, { area, povertyRisk, deliveredThrough });
}

export const forecastSchema: Schema = all(
  {
    ...heading,
    months: count,
    rows: { type: 'array', items: row({ due: text }) },
    totals: { type: 'array', description: 'All the coming months together.', items: row({}) },
  },
  { coverage },
);
