import { defineProblems } from '@lueckenlos/platform';

/** What can be wrong with a request as a whole. */
export const requestProblems = defineProblems({
  'recording.not-a-batch': {
    status: 422,
    title: { en: 'Not a batch', de: 'Kein Stapel' },
    detail: {
      en: 'A batch is a JSON array of events.',
      de: 'Ein Stapel ist ein JSON-Array von Ereignissen.',
    },
  },
  'recording.batch-too-large': {
    status: 413,
    title: { en: 'Too many events in one batch', de: 'Zu viele Ereignisse in einem Stapel' },
    detail: {
      en: 'A batch holds at most {limit} events. Send more as an import.',
      de: 'Ein Stapel enthält höchstens {limit} Ereignisse. Senden Sie mehr als Import.',
    },
  },
  'recording.unsupported-media-type': {
    status: 415,
    title: { en: 'Unsupported media type', de: 'Nicht unterstützter Medientyp' },
    detail: {
      en: 'Send {allowed}.',
      de: 'Senden Sie {allowed}.',
    },
  },
  'recording.stored-in-part': {
    status: 503,
    title: { en: 'Recorded in part', de: 'Teilweise erfasst' },
    detail: {
      en: '{stored} of {sent} events are recorded, of the others it is unknown. Send the same delivery again: nothing is recorded twice.',
      de: '{stored} von {sent} Ereignissen sind erfasst, von den anderen weiß man es nicht. Bitte dieselbe Lieferung wiederholen: nichts wird doppelt erfasst.',
    },
  },
});
