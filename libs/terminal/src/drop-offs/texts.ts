import type { Scope, Title } from '@lueckenlos/chain';

/** The words around the figures. */
export const TEXTS = {
  stage: { en: 'Stage', de: 'Station' },
  asOf: { en: 'as of the end of', de: 'Stand Ende' },
  knownBefore: { en: 'known before', de: 'bekannt vor' },
  position: { en: 'log position', de: 'Position im Log' },
  release: { en: 'protected release', de: 'geschützte Veröffentlichung' },
  inScope: { en: 'In scope', de: 'Im Bestand' },
  apart: { en: 'Counted apart', de: 'Getrennt gezählt' },
  nothing: { en: 'No case is in scope.', de: 'Kein Fall ist im Bestand.' },
  legend: {
    en:
      'The share is of the children whose deadline has passed and who lived here when it did (closed windows), ' +
      'with the 95 % interval after Wilson. Lost: not reached by the deadline, whether or not they left later.',
    de:
      'Der Anteil bezieht sich auf Kinder, deren Frist abgelaufen ist und die an ihrem Ende hier lebten ' +
      '(abgelaufene Fristen), mit 95-%-Intervall nach Wilson. Verloren: bis Fristende nicht erreicht, ' +
      'auch wer später fortzog.',
  },
  protection: {
    en:
      'Protected: each count is slightly changed on its own, so that nobody can be recognised; parts don’t add up exactly, and the ' +
      'interval contains the change.',
    de:
      'Geschützt: Jede Zahl ist für sich leicht verändert, damit niemand erkennbar ist; Teile ergeben nicht genau die Summe, und ' +
      'das Intervall enthält die Veränderung.',
  },
} as const satisfies Record<string, Title>;

export const SCOPE_TEXTS: Readonly<Record<Scope, Title>> = {
  present: { en: 'live here', de: 'leben hier' },
  moved_out: { en: 'moved away', de: 'fortgezogen' },
  died: { en: 'died', de: 'verstorben' },
  no_birth_known: { en: 'without a known birth', de: 'ohne bekannte Geburt' },
  never_present: { en: 'never lived here', de: 'nie hier gelebt' },
};

/** What a figure can be broken down by, in the order in which a heading names it. */
export const BREAKDOWN_TEXTS = {
  birthYear: { en: 'Birth year', de: 'Geburtsjahr' },
  schoolYear: { en: 'School entry', de: 'Einschulungsjahr' },
  area: { en: 'Area', de: 'Gebiet' },
  povertyRisk: { en: 'Poverty risk', de: 'Armutsrisiko' },
} as const satisfies Record<string, Title>;

export const VALUE_TEXTS: Readonly<Record<string, Title>> = {
  true: { en: 'yes', de: 'ja' },
  false: { en: 'no', de: 'nein' },
  unknown: { en: 'unknown', de: 'unbekannt' },
};
