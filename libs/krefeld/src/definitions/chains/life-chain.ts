import type { ChainBody } from '@lueckenlos/chain';
import { NRW_SCHOOL_YEAR } from './nrw-school-year';
import { EARLY_STAGES } from './life-chain-early-years';
import { SCHOOL_STAGES } from './life-chain-school-years';

/** The id of the life chain in `PUT /v1/chains/{id}`. */
export const LIFE_CHAIN_ID = 'krefeld';

/**
 * From the pregnancy to the first step after school. One version for all births: the planned move of the
 * school registration to the spring of S−1 (births from October 2022) is not in force, so it isn't here.
 */
export const LIFE_CHAIN: ChainBody = {
  title: { de: 'Präventionskette Krefeld: Lebenslauf', en: 'Krefeld prevention chain: life course' },
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: NRW_SCHOOL_YEAR,
      stages: [...EARLY_STAGES, ...SCHOOL_STAGES],
    },
  ],
};
