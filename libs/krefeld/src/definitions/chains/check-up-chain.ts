import type { ChainBody, StageDefinition, Title } from '@lueckenlos/chain';
import { NRW_SCHOOL_YEAR } from './nrw-school-year';

/** The id of the check-up chain in `PUT /v1/chains/{id}`. */
export const CHECK_UP_CHAIN_ID = 'krefeld-check-ups';

/**
 * A check-up for children (§ 26 SGB V, Kinder-Richtlinie of the G-BA). The n-th Lebensmonat is the age from
 * n−1 completed months up to, not including, n; so its month is B + n − 1. On time: up to the end of the regular
 * window; grace to the end of the tolerance, after which the insurers don't pay.
 */
function checkUp(id: string, title: Title, lastLebensmonat: number, lastTolerated: number): StageDefinition {
  return {
    id,
    title,
    due: { rule: 'monthsAfterBirth', months: lastLebensmonat - 1 },
    grace: lastTolerated - lastLebensmonat,
  };
}

/** J1: 13th to 15th Lebensjahr, that is up to the month before the 15th birthday; no tolerance beyond. */
const J1_LAST_LEBENSMONAT = 15 * 12;

/** The early-detection examinations. A chain of its own: a Kita place at 13 months doesn't skip the U7a. */
export const CHECK_UP_CHAIN: ChainBody = {
  title: { de: 'Präventionskette Krefeld: Vorsorge', en: 'Krefeld prevention chain: check-ups' },
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: NRW_SCHOOL_YEAR,
      stages: [
        {
          id: 'birth',
          title: { de: 'Geburt', en: 'Birth' },
          due: { rule: 'monthsAfterBirth', months: 0 },
          grace: 0,
        },
        checkUp('u5', { de: 'U5 (6.–7. Lebensmonat)', en: 'U5 (6th–7th month of life)' }, 7, 8),
        checkUp('u6', { de: 'U6 (10.–12. Lebensmonat)', en: 'U6 (10th–12th month of life)' }, 12, 14),
        checkUp('u7', { de: 'U7 (21.–24. Lebensmonat)', en: 'U7 (21st–24th month of life)' }, 24, 27),
        checkUp('u7a', { de: 'U7a (34.–36. Lebensmonat)', en: 'U7a (34th–36th month of life)' }, 36, 38),
        checkUp('u8', { de: 'U8 (46.–48. Lebensmonat)', en: 'U8 (46th–48th month of life)' }, 48, 50),
        checkUp('u9', { de: 'U9 (60.–64. Lebensmonat)', en: 'U9 (60th–64th month of life)' }, 64, 66),
        checkUp(
          'j1',
          { de: 'J1 (13.–15. Lebensjahr)', en: 'J1 (13th–15th year of life)' },
          J1_LAST_LEBENSMONAT,
          J1_LAST_LEBENSMONAT,
        ),
      ],
    },
  ],
};
