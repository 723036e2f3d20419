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
  'figures.not-released': {
    status: 422,
    title: { en: 'Not in releases', de: 'Nicht in Veröffentlichungen' },
    detail: {
      en: 'Releases do not hold this figure. Nearest: {nearest}. Exact figures: asOf=YYYY-MM.',
      de: 'Veröffentlichungen enthalten diese Zahlen nicht. Am nächsten: {nearest}. Genaue Zahlen: asOf=JJJJ-MM.',
    },
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
  'figures.unknown-stage': {
    status: 422,
    title: { en: 'Unknown stage', de: 'Unbekannte Station' },
    detail: {
      en: 'The chain has no stage {stage}. Its stages: {known}.',
      de: 'Die Kette hat keine Station {stage}. Ihre Stationen: {known}.',
    },
  },
  'figures.stages-out-of-order': {
    status: 422,
    title: { en: 'Stages out of order', de: 'Stationen in falscher Folge' },
    detail: {
      en: 'A curve leads to a later stage of the chain; {from} does not come before {stage}. The order: {known}.',
      de: 'Eine Kurve führt zu einer späteren Station der Kette; {from} kommt nicht vor {stage}. Die Folge: {known}.',
    },
  },
  'figures.competing-without-incidence': {
    status: 422,
    title: { en: 'Nothing competes with Kaplan–Meier', de: 'Nichts konkurriert bei Kaplan–Meier' },
    detail: {
      en: 'Survival by kaplan-meier censors everybody who leaves; competing needs estimator=aalen-johansen.',
      de: 'Kaplan–Meier zensiert alle, die fortgehen; competing verlangt estimator=aalen-johansen.',
    },
  },
  'figures.being-filled': {
    status: 503,
    title: { en: 'Being filled', de: 'Wird gefüllt' },
    detail: {
      en: 'What is in the log is still being counted for the first time. Try again in a while.',
      de: 'Was im Protokoll steht, wird noch zum ersten Mal gezählt. Bitte später wieder fragen.',
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
