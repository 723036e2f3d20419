import type { StageDefinition } from '@lueckenlos/chain';

/** The links from the registration for school on. S is the school-entry year. */
export const SCHOOL_STAGES: readonly StageDefinition[] = [
  {
    // § 1 (1) AO-GS: by 15 November of S−1. Grace to July of S, the last month before school.
    id: 'school_registration',
    title: { de: 'Schulanmeldung', en: 'School registration' },
    due: { rule: 'schoolYear', plusYears: -1, month: 11 },
    grace: 8,
  },
  {
    // § 12 ÖGDG NRW, § 54 (2) SchulG: before 1 August of S. Grace to October, when the classes are settled.
    id: 'exam',
    title: { de: 'Schuleingangsuntersuchung', en: 'School-entry examination' },
    due: { rule: 'schoolYear', plusYears: 0, month: 7 },
    grace: 3,
  },
  {
    // 1 August to 15 October of S: the official school statistics count on 15 October. Grace: one year, because
    // a deferral (§ 35 (3) SchulG) is an outcome and not a loss. Early entry is on time.
    id: 'school',
    title: { de: 'Einschulung', en: 'School entry' },
    due: { rule: 'schoolYear', plusYears: 0, month: 10 },
    grace: 12,
  },
  {
    // After grade 4 (§ 11 SchulG), counted on 15 October of S+4. Grace: one year, for a deferral or a third
    // year in the first two grades (§ 11 (2) SchulG).
    id: 'secondary',
    title: { de: 'Übergang in die Sekundarstufe I', en: 'Secondary entry' },
    due: { rule: 'schoolYear', plusYears: 4, month: 10 },
    grace: 12,
  },
  {
    // With or without a certificate, in the summer of S+10; the school year ends on 31 July (§ 7 (1) SchulG).
    // Grace: one year, for a class taken twice or a deferral.
    id: 'lower_secondary',
    title: { de: 'Ende der Sekundarstufe I', en: 'End of lower secondary' },
    due: { rule: 'schoolYear', plusYears: 10, month: 7 },
    grace: 12,
  },
  {
    // Training, upper secondary, Übergangsbereich or work in the same calendar year. Grace as for the link before.
    id: 'follow_on',
    title: { de: 'Anschluss nach der Sekundarstufe I', en: 'Follow-on' },
    due: { rule: 'schoolYear', plusYears: 10, month: 12 },
    grace: 12,
  },
];
