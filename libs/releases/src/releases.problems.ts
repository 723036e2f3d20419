import { defineProblems } from '@lueckenlos/platform';

export const releaseProblems = defineProblems({
  'releases.unknown-release': {
    status: 404,
    title: { en: 'No such release', de: 'Keine solche Veröffentlichung' },
    detail: {
      en: 'Nothing was released under this id. GET /v1/releases lists what was.',
      de: 'Unter dieser Kennung wurde nichts veröffentlicht. GET /v1/releases zeigt, was veröffentlicht wurde.',
    },
  },
  'releases.month-not-over': {
    status: 422,
    title: { en: 'The month is not over', de: 'Der Monat ist noch nicht vorbei' },
    detail: {
      en: 'A release of {month} can be published once the month is over.',
      de: 'Der Stand {month} lässt sich veröffentlichen, sobald der Monat vorbei ist.',
    },
  },
  'releases.calendar-full': {
    status: 409,
    title: { en: 'Already published this month', de: 'In diesem Monat schon veröffentlicht' },
    detail: {
      en: 'By the calendar the next release of this chain may be published from {next} on: each further one lets the noise be averaged away.',
      de: 'Nach dem Kalender darf diese Kette ab {next} wieder veröffentlicht werden: Jede weitere Veröffentlichung erlaubt, das Rauschen herauszumitteln.',
    },
  },
  'releases.too-many-draws': {
    status: 409,
    title: { en: 'Published often enough', de: 'Oft genug veröffentlicht' },
    detail: {
      en: 'There are as many releases of {month} as nearly the same children may have. Publish a later month.',
      de: 'Zum Stand {month} gibt es so viele Veröffentlichungen, wie es zu fast denselben Kindern geben darf. Veröffentlichen Sie einen späteren Monat.',
    },
  },
  'releases.already-withdrawn': {
    status: 409,
    title: { en: 'Already withdrawn', de: 'Schon zurückgezogen' },
    detail: {
      en: 'This release was withdrawn before.',
      de: 'Diese Veröffentlichung wurde bereits zurückgezogen.',
    },
  },
  'releases.unknown-table': {
    status: 404,
    title: { en: 'No such table', de: 'Keine solche Tabelle' },
    detail: {
      en: 'The release has no table {cube}. It has: {known}.',
      de: 'Die Veröffentlichung hat keine Tabelle {cube}. Sie hat: {known}.',
    },
  },
});
