import { CaseKnowledge } from '../case-knowledge';
import { CaseMemory } from './case-memory';

const one = (): { known: CaseKnowledge; revision: bigint } => ({ known: new CaseKnowledge(), revision: 0n });

describe('the memory of cases', () => {
  it('holds those used last, and at most two generations', () => {
    const memory = new CaseMemory(10);
    const subjects = Array.from({ length: 100 }, (_, at) => `c${at}`);
    const held: number[] = [];
    for (const subject of subjects) {
      memory.remember(subject, one());
      held.push(subjects.filter((each) => memory.find(each)).length);
    }
    expect(Math.max(...held)).toBe(20);
    expect(subjects.slice(-10).every((subject) => memory.find(subject))).toBe(true);
  });

  it('keeps a case that is used again and again', () => {
    const memory = new CaseMemory(10);
    const often = one();
    for (let at = 0; at < 100; at++) {
      memory.remember('often', often);
      memory.remember(`c${at}`, one());
    }
    expect(memory.find('often')).toBe(often);
  });
});
