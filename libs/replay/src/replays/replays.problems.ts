import { defineProblems } from '@lueckenlos/platform';

export const replaysProblems = defineProblems({
  'replay.unknown-replay': {
    status: 404,
    title: { en: 'No such replay', de: 'Keine solche Nachrechnung' },
    detail: { en: 'There is no replay with this id.', de: 'Es gibt keine Nachrechnung mit dieser Kennung.' },
  },
  'replay.release-not-found': {
    status: 422,
    title: { en: 'No such release', de: 'Keine solche Veröffentlichung' },
    detail: { en: 'There is no release {release}.', de: 'Es gibt keine Veröffentlichung {release}.' },
  },
  'replay.other-clocks': {
    status: 422,
    title: { en: 'The release has other clocks', de: 'Die Veröffentlichung hat andere Zeitpunkte' },
    detail: {
      en: 'The release has {expected} here. What it has frozen may be left out, but not said otherwise.',
      de: 'Die Veröffentlichung hat hier {expected}. Was sie festhält, kann fehlen, aber nicht anders lauten.',
    },
  },
  'replay.one-limit': {
    status: 400,
    title: { en: 'Two limits', de: 'Zwei Grenzen' },
    detail: {
      en: 'Give either toPosition or knownBefore.',
      de: 'Entweder toPosition oder knownBefore angeben.',
    },
  },
  'replay.one-question': {
    status: 400,
    title: { en: 'Two questions', de: 'Zwei Fragen' },
    detail: {
      en: 'Give either release or curves. The life tables of a release are verified with its other cells.',
      de: 'Entweder release oder curves angeben. Die Kurventabellen einer Veröffentlichung werden mit ihren übrigen Feldern geprüft.',
    },
  },
  'replay.not-with-a-release': {
    status: 400,
    title: { en: 'Not with a release', de: 'Nicht bei einer Veröffentlichung' },
    detail: {
      en: 'A release was counted once, one way: neither boundaries nor chainVersion go with it.',
      de: 'Eine Veröffentlichung wurde einmal gezählt, auf eine Weise: Weder boundaries noch chainVersion gehören dazu.',
    },
  },
  'replay.interrupted': {
    status: 500,
    title: { en: 'Replay interrupted', de: 'Nachrechnung unterbrochen' },
    detail: {
      en: 'The process of this replay ended before its time again and again, perhaps for want of memory.',
      de: 'Der Prozess dieser Nachrechnung endete wiederholt vorzeitig, vielleicht aus Mangel an Speicher.',
    },
  },
  'replay.too-many': {
    status: 429,
    title: { en: 'Too many replays', de: 'Zu viele Nachrechnungen' },
    detail: {
      en: 'So many replays wait that no further one is taken. Come again later.',
      de: 'Es warten so viele Nachrechnungen, dass keine weitere angenommen wird. Bitte später wiederkommen.',
    },
  },
});
