import { defineProblems } from '@lueckenlos/platform';

export const figureProblems = defineProblems({
  'figures.clocks-or-release': {
    status: 400,
    title: { en: 'Clocks or a release', de: 'Zeitangaben oder Veröffentlichung' },
    detail: {
      en: 'Ask either for a release (release=latest) or for exact figures (asOf=YYYY-MM), not for both or neither.',
      de: 'Entweder eine Veröffentlichung (release=latest) oder genaue Zahlen (asOf=JJJJ-MM) abfragen.',
    },
  },
  'figures.unknown-chain': {
    status: 404,
    title: { en: 'Unknown chain', de: 'Unbekannte Kette' },
    detail: {
      en: 'There is no chain {chain}. Defined: {known}.',
      de: 'Die Kette {chain} gibt es nicht. Definiert: {known}.',
    },
  },
  'figures.unknown-chain-version': {
    status: 422,
    title: { en: 'Unknown version of the chain', de: 'Unbekannte Version der Kette' },
    detail: {
      en: 'The chain {chain} has no version {version}. Its versions: {known}.',
      de: 'Die Kette {chain} hat keine Version {version}. Ihre Versionen: {known}.',
    },
  },
  'figures.unknown-release': {
    status: 404,
    title: { en: 'Unknown release', de: 'Unbekannte Veröffentlichung' },
    detail: { en: 'There is no such release.', de: 'Diese Veröffentlichung gibt es nicht.' },
  },
  'figures.not-with-a-release': {
    status: 400,
    title: { en: 'Not with a release', de: 'Nicht mit einer Veröffentlichung' },
    detail: {
      en: 'A release was counted once and one way: this parameter belongs to exact figures.',
      de: 'Eine Veröffentlichung wurde einmal und auf eine Weise gezählt: Diese Angabe gehört zu genauen Zahlen.',
    },
  },
  'figures.table-not-published': {
    status: 422,
    title: { en: 'Not among the published tables', de: 'Nicht unter den veröffentlichten Tabellen' },
    detail: {
      en: 'The release has no such table, and published counts can’t be added up to one. Nearest: {nearest}. There are: {known}.',
      de: 'Die Veröffentlichung hat keine solche Tabelle, und veröffentlichte Zahlen lassen sich nicht zu ihr aufsummieren. Am nächsten: {nearest}. Es gibt: {known}.',
    },
  },
  'figures.unknown-area': {
    status: 422,
    title: { en: 'Unknown area', de: 'Unbekanntes Gebiet' },
    detail: {
      en: 'In {month} there is no area {area}.',
      de: 'Im Monat {month} gibt es kein Gebiet {area}.',
    },
  },
  'figures.unknown-level': {
    status: 422,
    title: { en: 'Unknown area level', de: 'Unbekannte Gebietsebene' },
    detail: {
      en: 'In {month} there is no area level {level}. Levels then: {known}.',
      de: 'Im Monat {month} gibt es keine Gebietsebene {level}. Ebenen dann: {known}.',
    },
  },
  'figures.positions-not-ascending': {
    status: 400,
    title: { en: 'Positions do not ascend', de: 'Positionen steigen nicht' },
    detail: {
      en: 'The first of the two positions must be before the second; {from} is not before {to}.',
      de: 'Die erste der beiden Positionen muss vor der zweiten liegen; {from} liegt nicht vor {to}.',
    },
  },
  'figures.position-ahead': {
    status: 422,
    title: { en: 'Position is ahead', de: 'Position liegt voraus' },
    detail: {
      en: 'The read models go up to position {position}; {wanted} is beyond it.',
      de: 'Die Auswertung geht bis Position {position}; {wanted} liegt dahinter.',
    },
  },
  'figures.not-caught-up': {
    status: 503,
    title: { en: 'Not caught up yet', de: 'Noch nicht auf dem Stand' },
    detail: {
      en: 'The read models are at position {position}, not yet at {wanted}.',
      de: 'Die Auswertung ist bei Position {position}, noch nicht bei {wanted}.',
    },
  },
});
