import { defineProblems } from '@lueckenlos/platform';

export const logProblems = defineProblems({
  'replay.position-beyond-head': {
    status: 422,
    title: { en: 'Position beyond the head', de: 'Position hinter dem Ende' },
    detail: {
      en: 'The log ends at position {head}; {position} is beyond it. Is this the log that was read before?',
      de: 'Das Protokoll endet bei Position {head}; {position} liegt dahinter. Ist es das Protokoll, das zuvor gelesen wurde?',
    },
  },
  'replay.span-reversed': {
    status: 400,
    title: { en: 'The end is before the beginning', de: 'Das Ende liegt vor dem Anfang' },
    detail: {
      en: 'Nothing can lie between {from} and {to}.',
      de: 'Zwischen {from} und {to} kann nichts liegen.',
    },
  },
  'replay.unknown-type': {
    status: 422,
    title: { en: 'Unknown type of event', de: 'Unbekannte Ereignisart' },
    detail: {
      en: 'No event has the type {name}; valid are {allowed}.',
      de: 'Kein Ereignis hat die Art {name}; gültig sind {allowed}.',
    },
  },
  'replay.unknown-agency': {
    status: 422,
    title: { en: 'Unknown agency', de: 'Unbekannte Stelle' },
    detail: {
      en: 'The agency file does not name {name}, nor did it send anything; valid are {allowed}.',
      de: 'Die Datei der Stellen nennt {name} nicht, und gesendet hat sie nichts; gültig sind {allowed}.',
    },
  },
});
