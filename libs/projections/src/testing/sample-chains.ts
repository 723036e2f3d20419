import {
  formatMonth,
  monthOf,
  type AreaHierarchy,
  type ChainBody,
  type StageDefinition,
} from '@lueckenlos/chain';
import type { Chance } from './chance';

export const STAGES = ['notice', 'a', 'b', 'school'] as const;
export const FIRST_MONTH = monthOf(2010, 6);
export const MONTHS = 24;

const title = { de: 'Kette', en: 'Chain' };

/** A chain with two versions, of which the second knows one stage less. */
export function sampleChain(chance: Chance): ChainBody {
  const schoolYear = { cutoffMonth: 9, age: 1 + chance(2), startMonth: 8 };
  return {
    title,
    versions: [
      { version: 1, validForBirthsFrom: '1900-01', schoolYear, stages: stages(chance) },
      {
        version: 2,
        validForBirthsFrom: formatMonth(FIRST_MONTH + chance(MONTHS)),
        schoolYear: { ...schoolYear, cutoffMonth: 1 + chance(12) },
        stages: stages(chance).filter(({ id }) => id !== 'a'),
      },
    ],
  };
}

function stages(chance: Chance): StageDefinition[] {
  const a = chance(6);
  const after = (id: string, months: number, grace: number): StageDefinition => ({
    id,
    title,
    due: { rule: 'monthsAfterBirth', months },
    grace,
  });
  return [
    after('notice', 0, 0),
    after('birth', 0, 0),
    after('a', a, chance(5)),
    after('b', a + chance(6), chance(5)),
    {
      id: 'school',
      title,
      due: { rule: 'schoolYear', plusYears: 1, month: 1 + chance(12) },
      grace: chance(5),
    },
  ];
}

export function sampleAreas(chance: Chance): AreaHierarchy {
  return {
    validFrom: chance(2) === 0 ? '1900-01' : '2011-01',
    areas: [
      { code: 'T', name: 'Town', parent: null, kind: 'municipality' },
      { code: 'D1', name: `One ${chance(9)}`, parent: 'T', kind: 'district' },
      { code: 'D2', name: 'Two', parent: 'T', kind: 'district' },
    ],
  };
}
