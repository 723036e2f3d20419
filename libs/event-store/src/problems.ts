import { defineProblems } from '@lueckenlos/platform';

/** What the store may have to tell a caller, in both languages. Codes are stable, texts may change. */
export const eventStoreProblems = defineProblems({
  'event-store.wrong-expected-revision': {
    status: 409,
    title: { en: 'Changed in the meantime', de: 'Inzwischen geändert' },
    detail: {
      en: 'Somebody else has recorded something here in the meantime ({count} streams). Read again, then repeat.',
      de: 'Hier wurde inzwischen etwas anderes erfasst ({count} Ströme). Bitte neu lesen und dann wiederholen.',
    },
  },
  'event-store.id-conflict': {
    status: 409,
    title: { en: 'Ids are taken', de: 'Kennungen sind vergeben' },
    detail: {
      en: 'Some ids ({count}) are recorded already, but not all of this delivery or not in the same place.',
      de: 'Einige Kennungen ({count}) sind schon erfasst, aber nicht die ganze Lieferung oder an anderer Stelle.',
    },
  },
  'event-store.busy': {
    status: 503,
    title: { en: 'Too much at once', de: 'Zu viel auf einmal' },
    detail: {
      en: 'Too many deliveries are waiting to be recorded. Nothing of this one was recorded; repeat it later.',
      de: 'Zu viele Lieferungen warten auf die Erfassung. Von dieser wurde nichts erfasst; bitte später wiederholen.',
    },
  },
  'event-store.unavailable': {
    status: 503,
    title: { en: 'The log cannot be reached', de: 'Das Ereignisprotokoll ist nicht erreichbar' },
    detail: {
      en: 'The database does not answer. Repeat the same delivery later: what was recorded is not recorded twice.',
      de: 'Die Datenbank antwortet nicht. Bitte dieselbe Lieferung später wiederholen: nichts wird doppelt erfasst.',
    },
  },
  'event-store.failed': {
    status: 500,
    title: { en: 'The log failed', de: 'Fehler im Ereignisprotokoll' },
    detail: {
      en: 'The database refused the operation ({sqlState}). Nothing was recorded.',
      de: 'Die Datenbank hat den Vorgang abgelehnt ({sqlState}). Es wurde nichts erfasst.',
    },
  },
  'event-store.unstorable-text': {
    status: 400,
    title: { en: 'Text that cannot be stored', de: 'Nicht speicherbarer Text' },
    detail: {
      en: 'A text holds NUL or half of a surrogate pair, which cannot be stored.',
      de: 'Ein Text enthält NUL oder ein halbes Surrogatpaar und kann nicht gespeichert werden.',
    },
  },
  'event-store.not-plain-json': {
    status: 400,
    title: { en: 'Not plain JSON', de: 'Kein einfaches JSON' },
    detail: {
      en: 'Events hold plain JSON only, nested at most {depth} levels deep.',
      de: 'Ereignisse enthalten nur einfaches JSON, höchstens {depth} Ebenen tief verschachtelt.',
    },
  },
  'event-store.too-large': {
    status: 413,
    title: { en: 'Event too large', de: 'Ereignis zu groß' },
    detail: {
      en: 'An event may have {bytes} bytes at most.',
      de: 'Ein Ereignis darf höchstens {bytes} Bytes groß sein.',
    },
  },
  'event-store.malformed-append': {
    status: 500,
    title: { en: 'Malformed append', de: 'Fehlerhafter Schreibauftrag' },
    detail: { en: 'The append breaks the rule {rule}.', de: 'Der Schreibauftrag verletzt die Regel {rule}.' },
  },
});
