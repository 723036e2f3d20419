import type { Language } from '@lueckenlos/terminal';

type Texts = Readonly<Record<Language, string>>;

/** What the columns of answers are called for people. Error codes keep their names: they are looked up in the reference. */
const HEADS: Readonly<Record<string, Texts>> = {
  agency: { en: 'agency', de: 'Stelle' },
  month: { en: 'month', de: 'Monat' },
  accepted: { en: 'accepted', de: 'angenommen' },
  corrections: { en: 'corrections', de: 'Korrekturen' },
  retractions: { en: 'retractions', de: 'Rücknahmen' },
  parked: { en: 'waiting', de: 'wartend' },
  outsideEveryWindow: { en: 'outside every window', de: 'außerhalb jeder Frist' },
  duplicates: { en: 'duplicates', de: 'Doppelte' },
  rejected: { en: 'rejected', de: 'abgelehnt' },
  stages: { en: 'stages', de: 'Stationen' },
  areas: { en: 'areas', de: 'Gebiete' },
  from: { en: 'from', de: 'von' },
  to: { en: 'to', de: 'bis' },
  due: { en: 'due', de: 'fällig' },
  state: { en: 'state', de: 'Stand' },
  completedAt: { en: 'completed at', de: 'abgeschlossen am' },
  stage: { en: 'stage', de: 'Station' },
  n: { en: 'facts', de: 'Tatsachen' },
  stated: { en: 'with an instant of their own', de: 'mit eigenem Zeitpunkt' },
  median: { en: 'median (months)', de: 'Median (Monate)' },
  ninetyPercent: { en: '90 % within (months)', de: '90 % binnen (Monate)' },
  delay: { en: 'delay (months)', de: 'Verzug (Monate)' },
  known: { en: 'share known', de: 'Anteil bekannt' },
  knownStdErr: { en: '± std. error', de: '± Standardfehler' },
  toCome: { en: 'share to come', de: 'Anteil ausstehend' },
  toComeStdErr: { en: '± std. error', de: '± Standardfehler' },
  toComeLower: { en: 'at least', de: 'mindestens' },
  toComeUpper: { en: 'at most', de: 'höchstens' },
  t: { en: 'age (months)', de: 'Alter (Monate)' },
  atRisk: { en: 'observed', de: 'beobachtet' },
  estimate: { en: 'share', de: 'Anteil' },
  stdErr: { en: '± std. error', de: '± Standardfehler' },
  lower: { en: 'at least', de: 'mindestens' },
  upper: { en: 'at most', de: 'höchstens' },
  belowFloor: { en: 'too few', de: 'zu wenige' },
  deliveredThrough: { en: 'delivered through', de: 'geliefert bis' },
  birthYear: { en: 'birth year', de: 'Geburtsjahr' },
  schoolYear: { en: 'school year', de: 'Einschulungsjahr' },
  area: { en: 'area', de: 'Gebiet' },
  povertyRisk: { en: 'poverty risk', de: 'Armutsrisiko' },
};

/** A column's name for people; one that is not known here keeps its own. */
export function headOf(column: string, language: Language): string {
  return HEADS[column]?.[language] ?? column;
}
