import { NOT_TOLD, type ChainBody } from '@lueckenlos/chain';
import type { PublishedCell } from '../release/published-cells';
import { SeenRelease } from './seen-release';
import { stageLayers } from './stage-layers';

const title = { de: 'Kette', en: 'Chain' };
const stages = ['birth', 'visit', 'kita'].map((id, i) => ({
  id,
  title,
  due: { rule: 'monthsAfterBirth', months: i } as const,
  grace: 0,
}));
const chain: ChainBody = {
  title,
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
      stages,
    },
  ],
};

/** The next stages that an attacker takes to add up to those who reached the visit. */
function nextStages(published: readonly string[]): string[] {
  const cells = published.map((value): PublishedCell => {
    return { cube: 'flows:all', by: {}, measure: 'next', stage: 'birth', value, n: 40 };
  });
  const { sums } = stageLayers(new SeenRelease(cells), chain, 'visit');
  const { parts = [] } = sums.find(({ parts: [first] }) => first?.kind === 'flows') ?? {};
  return parts.map(({ value }) => value);
}

describe('what an attacker adds up', () => {
  it('are next stages and none yet', () => {
    expect(nextStages(['visit', ''])).toEqual(['', 'birth', 'kita']);
  });

  it('are those as well of whom it is not told, at every stage of a release that has any', () => {
    expect(nextStages(['visit', NOT_TOLD])).toEqual(['', NOT_TOLD, 'birth', 'kita']);
  });
});
