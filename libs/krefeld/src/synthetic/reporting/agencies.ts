/** Who learns of what in Krefeld. */
export type Agency =
  'registry-office' | 'residents-office' | 'health-office' | 'youth-office' | 'school-office' | 'job-centre';

const AGENCY_OF_STAGE: Readonly<Record<string, Agency>> = {
  pregnancy_notice: 'health-office',
  birth: 'registry-office',
  early_help: 'youth-office',
  kita: 'youth-office',
  language_screening: 'school-office',
  school_registration: 'school-office',
  exam: 'health-office',
  school: 'school-office',
  secondary: 'school-office',
  lower_secondary: 'school-office',
  follow_on: 'job-centre',
};

/** The agency that reports a stage; all check-ups come from the health office. */
export function agencyOfStage(stage: string): Agency {
  return AGENCY_OF_STAGE[stage] ?? 'health-office';
}

/** How an agency reports (assumed): the usual delay, and the few files that turn up much later. */
interface Habits {
  /** Mean of an exponential delay, in days. */
  readonly usualDays: number;
  readonly lateShare: number;
  /** Mean of what comes on top for the late ones, in days. */
  readonly lateDays: number;
  /** Share of records without a poverty risk. */
  readonly povertyUnknown: number;
}

/** Births: 2023 had 1,971 in the first release and 2,077 later, so about one in twenty is late by months. */
export const HABITS: Readonly<Record<Agency, Habits>> = {
  'registry-office': { usualDays: 12, lateShare: 0.05, lateDays: 150, povertyUnknown: 0.2 },
  'residents-office': { usualDays: 15, lateShare: 0.04, lateDays: 120, povertyUnknown: 0.1 },
  'health-office': { usualDays: 30, lateShare: 0.06, lateDays: 120, povertyUnknown: 0.08 },
  'youth-office': { usualDays: 35, lateShare: 0.05, lateDays: 150, povertyUnknown: 0.03 },
  'school-office': { usualDays: 45, lateShare: 0.04, lateDays: 120, povertyUnknown: 0.06 },
  'job-centre': { usualDays: 60, lateShare: 0.08, lateDays: 180, povertyUnknown: 0.02 },
};

/** Share of records without an area. */
export const AREA_UNKNOWN = 0.02;
