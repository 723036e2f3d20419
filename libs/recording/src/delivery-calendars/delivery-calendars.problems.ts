import { defineProblems } from '@lueckenlos/platform';

/** What can be wrong with a request for a delivery calendar; the rules of its content are those of definitions. */
export const deliveryCalendarProblems = defineProblems({
  'deliveries.foreign-calendar': {
    status: 403,
    title: { en: "Another agency's calendar", de: 'Kalender einer anderen Stelle' },
    detail: {
      en: 'With this token only the deliveries of the own agency can be announced.',
      de: 'Mit diesem Token können nur die Lieferungen der eigenen Stelle angekündigt werden.',
    },
  },
  'deliveries.unknown-agency': {
    status: 404,
    title: { en: 'No such agency', de: 'Keine solche Stelle' },
    detail: {
      en: 'The agencies file names no agency with this id.',
      de: 'Die Stellendatei nennt keine Stelle mit dieser Kennung.',
    },
  },
  'deliveries.unknown-calendar': {
    status: 404,
    title: { en: 'Nothing announced', de: 'Nichts angekündigt' },
    detail: {
      en: 'This agency has announced no deliveries (at the instant asked for).',
      de: 'Diese Stelle hat (zum gefragten Zeitpunkt) keine Lieferungen angekündigt.',
    },
  },
});
