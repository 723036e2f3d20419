import { monthOf, schedulerFor, type ChainDefinition, type DueRule } from '@lueckenlos/chain';
import { windowsOf } from './stage-windows';

const title = { de: 'x', en: 'x' };
const months = (n: number): DueRule => ({ rule: 'monthsAfterBirth', months: n });
const schoolYear = { cutoffMonth: 9, age: 6, startMonth: 8 };

function chain(id: string, kitaGrace: number): ReturnType<typeof defined> {
  const stages = [
    { id: 'notice', title, due: months(0), grace: 0 },
    { id: 'birth', title, due: months(0), grace: 0 },
    { id: 'kita', title, due: months(48), grace: kitaGrace },
  ];
  return defined({
    id,
    title,
    versions: [{ version: 1, validForBirthsFrom: '1900-01', schoolYear, stages }],
  });
}

function defined(definition: ChainDefinition) {
  const place = { revision: 0n, position: 1n, recordedAt: '2026-01-01T00:00:00.000Z', contentHash: '' };
  return { ...place, definition, schedule: schedulerFor(definition) };
}

describe('the windows of a stage', () => {
  const birth = monthOf(2015, 10);

  it('are one for each chain that has the stage, from birth to the end of grace', () => {
    expect(windowsOf([chain('a', 6), chain('b', 0)], 'kita', birth)).toEqual([
      { opens: birth, closes: birth + 54 },
      { opens: birth, closes: birth + 48 },
    ]);
    expect(windowsOf([chain('a', 6)], 'school', birth)).toEqual([]);
  });

  it('open with the pregnancy for a stage before birth', () => {
    expect(windowsOf([chain('a', 6)], 'notice', birth)).toEqual([
      { opens: monthOf(2014, 12), closes: birth },
    ]);
  });
});
