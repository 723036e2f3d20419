import type { ChainVersion } from './chain-definition';
import { stagesInOrder } from './stages-in-order';

const version = (number: number, title: string, ...ids: string[]): ChainVersion => ({
  version: number,
  validForBirthsFrom: `${1900 + number}-01`,
  schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
  stages: ids.map((id) => ({
    id,
    title: { de: title, en: title },
    due: { rule: 'monthsAfterBirth', months: 0 },
    grace: 0,
  })),
});

describe('the stages of a figure', () => {
  const title = { de: 'Kette', en: 'Chain' };
  const stages = stagesInOrder({
    title,
    versions: [version(1, 'old', 'birth', 'given-up', 'kita'), version(2, 'new', 'birth', 'visit', 'kita')],
  });

  it('stand in the order of the newest version, each once; what was given up comes last', () => {
    expect(stages.map(({ id }) => id)).toEqual(['birth', 'visit', 'kita', 'given-up']);
  });

  it('do not go by a planned version', () => {
    const planned = { ...version(3, 'planned', 'kita', 'birth', 'camp'), inForce: false };
    const versions = [version(1, 'old', 'birth', 'kita'), planned];
    expect(stagesInOrder({ title, versions }).map(({ id }) => id)).toEqual(['birth', 'kita']);
  });

  it('bear the newest title', () => {
    expect(stages.map(({ title: { en } }) => en)).toEqual(['new', 'new', 'new', 'old']);
  });
});
