import { BIRTH_STAGE, type Month } from '@lueckenlos/chain';
import type { StageWindow } from '../../wire/vocabulary';
import type { DefinedChain } from './chain-history';

/** 280 days can touch eleven calendar months: a birth in October, a pregnancy that began in December. */
const PREGNANCY_MONTHS = 10;

/** When a stage is expected for the births of a month, by each chain whose version for that month has it. */
export function windowsOf(chains: readonly DefinedChain[], stage: string, birth: Month): StageWindow[] {
  return chains.flatMap(({ schedule }) => {
    const stages = schedule(birth)?.stages ?? [];
    const place = stages.findIndex(({ id }) => id === stage);
    const found = stages[place];
    if (!found) return [];
    const beforeBirth = place < stages.findIndex(({ id }) => id === BIRTH_STAGE);
    return [{ opens: beforeBirth ? birth - PREGNANCY_MONTHS : birth, closes: found.deadline }];
  });
}
