import type { Status, Title } from '@lueckenlos/chain';

/** The words of the report. */
export const TEXTS = {
  asOf: { de: 'Stand: Ende {month}', en: 'As of the end of {month}' },
  withdrawn: {
    de: 'Diese Veröffentlichung wurde zurückgezogen. Grund:',
    en: 'This release was withdrawn. Reason:',
  },
  inShort: { de: 'Auf einen Blick', en: 'In short' },
  inScope: {
    de: '{n} Kinder sind im Bestand; {present} von ihnen leben hier.',
    en: '{n} children are in scope; {present} of them live here.',
  },
  worst: {
    de: 'Am seltensten wird rechtzeitig erreicht: {stage} ({share} %).',
    en: 'Least often reached in time: {stage} ({share} %).',
  },
  notAdditive: {
    de: 'Alle Zahlen sind zum Schutz der Kinder leicht verändert. Teile ergeben zusammen nicht genau das Ganze; Unterschiede von wenigen Kindern bedeuten nichts.',
    en: 'All counts are changed a little to protect the children. Parts do not add up to the whole exactly; differences of a few children mean nothing.',
  },
  funnel: { de: 'Wo Kinder herausfallen', en: 'Where children fall out' },
  funnelCaption: {
    de: 'Anteil der Kinder, die eine Station rechtzeitig erreicht haben, an denen mit abgelaufener Frist, mit 95‑%‑Intervall. „–“: zu wenige Kinder.',
    en: 'Share of the children who reached a stage in time, of those whose deadline has passed, with 95 % interval. “–”: too few children.',
  },
  stage: { de: 'Station', en: 'Stage' },
  share: { de: 'Anteil, %', en: 'Share, %' },
  interval: { de: '95‑%‑Intervall', en: '95 % interval' },
  closed: { de: 'abgelaufene Fristen', en: 'closed windows' },
  statuses: {
    de: 'Was aus den Kindern an jeder Station wurde',
    en: 'What became of the children at each stage',
  },
  counted: {
    de: 'Veröffentlichte Zahlen, alle Kinder. Eine Null kann wenige Kinder verbergen.',
    en: 'Published counts, all children. A zero may hide a few children.',
  },
  byGroup: { de: 'Anteil rechtzeitig erreicht, in %', en: 'Share reached in time, %' },
  groups: { de: 'Nach Gruppen', en: 'By group' },
  birthYear: { de: 'Geburtsjahr', en: 'Birth year' },
  povertyRisk: { de: 'Armutsrisiko', en: 'Poverty risk' },
  true: { de: 'ja', en: 'yes' },
  false: { de: 'nein', en: 'no' },
  curves: { de: 'In welchem Alter', en: 'At what age' },
  curveCaption: {
    de: '{stage}: Anteil der Kinder, die sie bis zum jeweiligen Alter hier erreicht haben (Wegzug und Tod konkurrieren), mit 95‑%‑Band.',
    en: '{stage}: share of the children who had reached it here by each age (moving away and death compete), with 95 % band.',
  },
  age: { de: 'Alter in Jahren', en: 'Age in years' },
  byAge: { de: 'Anteil erreicht bis zum Alter, in %', en: 'Share reached by age, %' },
  years: { de: '{n} J.', en: '{n} y' },
  method: { de: 'Methode', en: 'Method' },
  release: { de: 'Veröffentlichung {id}, {at}', en: 'Release {id}, {at}' },
} as const satisfies Record<string, Title>;

/** The columns of the table of statuses: each adds up published counts of one or few. */
export const STATUS_COLUMNS: readonly { readonly head: Title; readonly status: Status }[] = [
  { head: { de: 'rechtzeitig', en: 'on time' }, status: 'reached_on_time' },
  { head: { de: 'verspätet', en: 'late' }, status: 'reached_late' },
  { head: { de: 'wieder da', en: 'came back' }, status: 'recovered' },
  { head: { de: 'verloren', en: 'lost' }, status: 'lost' },
  { head: { de: 'verloren, dann fort', en: 'lost, then left' }, status: 'lost_moved_out' },
  { head: { de: 'noch nicht fällig', en: 'not due yet' }, status: 'pending' },
  { head: { de: 'überfällig', en: 'overdue' }, status: 'overdue' },
  { head: { de: 'vorher fort', en: 'left before' }, status: 'censored_moved_out' },
  { head: { de: 'nicht beobachtet', en: 'not observed' }, status: 'not_observed' },
];
