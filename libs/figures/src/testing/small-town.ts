import type { Area, ChainBody, ChainVersion } from '@lueckenlos/chain';
import { areasDefined, chainDefined, partnerEvent, type Delivery } from './stored-events';

// A town small enough to work its figures out by hand: nine children, each with a fate of its own.

const title = { de: 'Kleine Kette', en: 'Small chain' };
const stages: ChainVersion['stages'] = [
  {
    id: 'birth',
    title: { de: 'Geburt', en: 'Birth' },
    due: { rule: 'monthsAfterBirth', months: 0 },
    grace: 0,
  },
  {
    id: 'visit',
    title: { de: 'Besuch', en: 'Visit' },
    due: { rule: 'monthsAfterBirth', months: 3 },
    grace: 2,
  },
  {
    id: 'kita',
    title: { de: 'Kita', en: 'Kita' },
    due: { rule: 'schoolYear', plusYears: 0, month: 8, age: 3, cutoffMonth: 7 },
    grace: 0,
  },
];
const schoolYear = { cutoffMonth: 9, age: 6, startMonth: 8 };
const chain: ChainBody = {
  title,
  versions: [
    { version: 1, validForBirthsFrom: '1900-01', schoolYear, stages },
    { version: 2, validForBirthsFrom: '2022-10', schoolYear, stages },
  ],
};

const area = (code: string, parent: string | null, kind: string): Area => ({
  code,
  name: `Area ${code}`,
  parent,
  kind,
});
const district = (code: string, parent: string): Area => area(code, parent, 'district');
const town = area('T', null, 'town');

/** North and South until 2019; East and West since, with D2 on the other side. */
export const definitions: readonly Delivery[] = [
  chainDefined('small', chain),
  areasDefined('town', {
    validFrom: '1900-01',
    areas: [
      town,
      area('N', 'T', 'borough'),
      area('S', 'T', 'borough'),
      district('D1', 'N'),
      district('D2', 'N'),
      district('D3', 'S'),
    ],
  }),
  areasDefined('town', {
    validFrom: '2020-01',
    areas: [
      town,
      area('E', 'T', 'borough'),
      area('W', 'T', 'borough'),
      district('D1', 'E'),
      district('D2', 'W'),
      district('D3', 'W'),
    ],
  }),
];

interface Told {
  readonly area?: string;
  readonly povertyRisk?: boolean;
  readonly knownat?: string;
}

/** An event about a child of the small town, known at the start of 2016 unless told otherwise. */
export function told(
  subject: string,
  what: string,
  occurredOn: string,
  { knownat, ...more }: Told = {},
): Delivery {
  const isMove = ['moved-in', 'moved-out', 'relocated', 'died'].includes(what);
  return partnerEvent({
    id: `${subject}-${what}-${occurredOn}`,
    source: '/agencies/data-migration',
    type: `lueckenlos.${isMove ? what : 'stage-reached'}.v1`,
    subject,
    knownat: knownat ?? '2016-01-01T00:00:00.000Z',
    data: { occurredOn, ...(isMove ? {} : { stage: what }), ...more },
  });
}

const poor = { povertyRisk: true };
const notPoor = { povertyRisk: false };
/** When `late` is known: long after everybody else. */
export const LATE = '2017-01-01T00:00:00.000Z';

export const children: readonly Delivery[] = [
  told('in-time', 'birth', '2012-01', { area: 'D1', ...poor }),
  told('in-time', 'visit', '2012-03'),
  told('in-time', 'kita', '2014-08'),
  told('lost', 'birth', '2012-02', { area: 'D1', ...notPoor }),
  told('gone', 'birth', '2012-03', { area: 'D2' }),
  told('gone', 'visit', '2012-08'),
  told('gone', 'moved-out', '2013-01'),
  told('new-here', 'birth', '2013-01', poor),
  told('new-here', 'moved-in', '2014-01', { area: 'D3' }),
  told('dead', 'birth', '2013-05', { area: 'D3', ...notPoor }),
  told('dead', 'died', '2013-06'),
  told('nameless', 'visit', '2013-09', { area: 'D1' }),
  told('elsewhere', 'birth', '2013-02'),
  told('homeless', 'birth', '2012-04'),
  told('homeless', 'moved-in', '2012-04'),
  told('homeless', 'kita', '2015-09'),
  told('late', 'birth', '2012-06', { area: 'D1', ...notPoor, knownat: LATE }),
  told('late', 'visit', '2012-09', { knownat: LATE }),
  told('late', 'relocated', '2014-01', { area: 'D2', knownat: LATE }),
];
