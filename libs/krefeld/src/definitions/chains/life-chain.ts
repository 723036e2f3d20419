import type { ChainBody } from '@lueckenlos/chain';
import { NRW_SCHOOL_YEAR } from './nrw-school-year';
import { EARLY_STAGES } from './life-chain-early-years';
import { SCHOOL_STAGES } from './life-chain-school-years';
import { withSpringRegistration } from './spring-registration';

/** The id of the life chain in `PUT /v1/chains/{id}`. */
export const LIFE_CHAIN_ID = 'krefeld';

/**
 * From the pregnancy to the first step after school. One version holds for all births. The second is planned and not in
 * force: school registration moves to the spring of S−1 for children due from August 2029, births from October 2022.
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
    {
      version: 2,
      validForBirthsFrom: '2022-10',
      inForce: false,
      schoolYear: NRW_SCHOOL_YEAR,
      stages: withSpringRegistration([...EARLY_STAGES, ...SCHOOL_STAGES]),
    },
  ],
};
