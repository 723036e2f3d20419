import type { Area, ChainBody } from '@lueckenlos/chain';
import { formatMonth } from '@lueckenlos/chain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasDefined, chainDefined, partnerEvent, type Delivery } from './stored-events';

// The synthetic town that R's estimates in fixtures/curves.json are made from: see fixtures/make-curves.R.

const FIXTURES = join(__dirname, '../../fixtures');
const title = { de: 'Kette', en: 'Chain' };
const stage = (id: string, months: number): ChainBody['versions'][number]['stages'][number] => ({
  id,
  title,
  due: { rule: 'monthsAfterBirth', months },
  grace: 0,
});
const chain: ChainBody = {
  title,
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
      stages: [stage('birth', 0), stage('visit', 3), stage('kita', 36)],
    },
  ],
};
const area = (code: string): Area => ({ code, name: code, parent: 'T', kind: 'district' });

export const curveTownDefinitions: readonly Delivery[] = [
  chainDefined('town', chain),
  areasDefined('town', {
    validFrom: '1900-01',
    areas: [{ code: 'T', name: 'Town', parent: null, kind: 'town' }, area('D1'), area('D2'), area('D3')],
  }),
];

/** The children of the town, each `copies` times under a name of its own. */
export function curveTown(copies = 1): Delivery[] {
  const [, ...lines] = readFileSync(join(FIXTURES, 'curves-town.csv'), 'utf8').trim().split('\n');
  return Array.from({ length: copies }, (_, copy) => lines.map((line, i) => factOf(line, i, copy))).flat();
}

function factOf(line: string, place: number, copy: number): Delivery {
  const [child, type, month, reached, where, poverty] = line.split(',');
  return partnerEvent({
    // Of two facts of one month the one that is told last is the last one.
    id: `${copy}-${String(place).padStart(5, '0')}`,
    source: '/agencies/data-migration',
    type: `lueckenlos.${type}.v1`,
    subject: `child-${child}-${copy}`,
    knownat: '2017-01-01T00:00:00.000Z',
    data: {
      occurredOn: formatMonth(Number(month)),
      ...(reached ? { stage: reached } : {}),
      ...(where ? { area: where } : {}),
      ...(poverty ? { povertyRisk: poverty === 'true' } : {}),
    },
  });
}

/** What R estimates for one stratum, column by column. */
export interface CurveReference {
  readonly t: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly estimate: readonly number[];
  readonly stdErr: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

export interface CurveQuestion {
  readonly from: string;
  readonly stage: string;
  readonly by: 'area' | 'poverty' | null;
  readonly dimension: 'then' | 'last';
  readonly estimator: 'aalen-johansen' | 'kaplan-meier';
  readonly competing: readonly string[];
  readonly strata: Readonly<Record<string, CurveReference>>;
}

export function curveReferences(): CurveQuestion[] {
  return JSON.parse(readFileSync(join(FIXTURES, 'curves.json'), 'utf8')) as CurveQuestion[];
}
