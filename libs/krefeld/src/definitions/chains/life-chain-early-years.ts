import type { StageDefinition } from '@lueckenlos/chain';

/** The links before school. S is the school-entry year. */
export const EARLY_STAGES: readonly StageDefinition[] = [
  {
    // Voluntary, from the 12th week to the birth. A stage before the birth can only be due with it: nobody
    // knows the case's birth month earlier.
    id: 'pregnancy_notice',
    title: { de: 'Schwangerschaftsmeldung', en: 'Pregnancy notice' },
    due: { rule: 'monthsAfterBirth', months: 0 },
    grace: 0,
  },
  {
    id: 'birth',
    title: { de: 'Geburt', en: 'Birth' },
    due: { rule: 'monthsAfterBirth', months: 0 },
    grace: 0,
  },
  {
    // Frühe Hilfen, welcome visit (§§ 2, 3 KKG): 0–8 weeks. Eight weeks after the last day of month B lie in
    // B+2. Grace to the age of six months.
    id: 'early_help',
    title: { de: 'Frühe Hilfen: Erstkontakt', en: 'Early-help contact' },
    due: { rule: 'monthsAfterBirth', months: 2 },
    grace: 4,
  },
  {
    // § 24 (2) and (3) SGB VIII: a claim from the first birthday. On time up to the first August after the
    // third birthday, because places are given out once a year: birthdays to July count for August of the
    // same year, later ones for the next. Grace: one more Kita year.
    id: 'kita',
    title: { de: 'Eintritt in die Kita', en: 'Day-care entry' },
    due: { rule: 'schoolYear', plusYears: 0, month: 8, age: 3, cutoffMonth: 7 },
    grace: 12,
  },
  {
    // § 36 (2) SchulG: held in the spring of S−2. The last month on time is the August that closes this round,
    // not May: children born in August and September are due in a Kita in August of S−2, and due months may
    // not descend along the chain. Grace to November of S−1: at registration the school tests the language of
    // those whom nobody has tested (§ 36 (3) SchulG).
    id: 'language_screening',
    title: { de: 'Sprachstandsfeststellung', en: 'Language screening' },
    due: { rule: 'schoolYear', plusYears: -2, month: 8 },
    grace: 15,
  },
];
