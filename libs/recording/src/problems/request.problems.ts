import { defineProblems } from '@lueckenlos/platform';

/** What can be wrong with a request as a whole. */
export const requestProblems = defineProblems({
  'recording.broken-json': {
    status: 400,
    title: { en: 'Broken JSON', de: 'Fehlerhaftes JSON' },
    detail: { en: 'The body is not valid JSON.', de: 'Der Inhalt ist kein gültiges JSON.' },
  },
  'recording.invalid-utf8': {
    status: 400,
    title: { en: 'Invalid UTF-8', de: 'Ungültiges UTF-8' },
    detail: { en: 'The body is not valid UTF-8.', de: 'Der Inhalt ist kein gültiges UTF-8.' },
  },
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
  'recording.unsupported-encoding': {
    status: 415,
    title: { en: 'Unsupported content encoding', de: 'Nicht unterstützte Inhaltskodierung' },
    detail: {
      en: 'Send the body as it is; only imports may be compressed.',
      de: 'Senden Sie den Inhalt unkomprimiert; nur Importe dürfen komprimiert sein.',
    },
  },
  'recording.bad-parameter': {
    status: 400,
    title: { en: 'Invalid query parameter', de: 'Ungültiger Abfrageparameter' },
    detail: {
      en: 'The parameter {parameter} must be: {allowed}.',
      de: 'Der Parameter {parameter} muss sein: {allowed}.',
    },
  },
  'recording.unknown-parameter': {
    status: 400,
    title: {
      en: 'Unknown or repeated query parameter',
      de: 'Unbekannter oder wiederholter Abfrageparameter',
    },
    detail: {
      en: 'Each of these parameters is allowed once, and no other: {allowed}.',
      de: 'Jeder dieser Parameter ist einmal erlaubt, kein anderer: {allowed}.',
    },
  },
});
