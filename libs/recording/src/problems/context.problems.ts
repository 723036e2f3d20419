import { defineProblems } from '@lueckenlos/platform';

/** What depends on who sends, when, and what is defined. */
export const contextProblems = defineProblems({
  'recording.foreign-source': {
    status: 403,
    title: { en: "Someone else's source", de: 'Fremde Quelle' },
    detail: {
      en: 'With this token the source must be {source}.',
      de: 'Mit diesem Token muss die Quelle {source} sein.',
    },
  },
  'recording.type-not-allowed': {
    status: 403,
    title: { en: 'The agency may not send this type', de: 'Die Stelle darf diesen Typ nicht senden' },
    detail: {
      en: '{agency} may not send events of the type {type}.',
      de: '{agency} darf keine Ereignisse vom Typ {type} senden.',
    },
  },
  'recording.stage-not-allowed': {
    status: 403,
    title: { en: 'The agency may not send this stage', de: 'Die Stelle darf diese Station nicht senden' },
    detail: {
      en: '{agency} may not send the stage {stage}.',
      de: '{agency} darf die Station {stage} nicht senden.',
    },
  },
  'recording.backfill-not-allowed': {
    status: 403,
    title: { en: 'knownat is not allowed', de: 'knownat ist nicht erlaubt' },
    detail: {
      en: 'Only a token with the scope events:backfill may state when a record was known.',
      de: 'Nur ein Token mit dem Scope events:backfill darf angeben, wann etwas bekannt war.',
    },
  },
  'recording.knownat-out-of-range': {
    status: 422,
    title: { en: 'Impossible known instant', de: 'Unmöglicher Kenntniszeitpunkt' },
    detail: {
      en: 'knownat must lie between {earliest} and the present instant, {latest}.',
      de: 'knownat muss zwischen {earliest} und dem jetzigen Zeitpunkt liegen, {latest}.',
    },
  },
  'recording.unknown-stage': {
    status: 422,
    title: { en: 'Unknown stage', de: 'Unbekannte Station' },
    detail: {
      en: 'No chain defines this stage. The {count} defined ones: {allowed}.',
      de: 'Keine Kette definiert diese Station. Die {count} definierten: {allowed}.',
    },
  },
  'recording.unknown-area': {
    status: 422,
    title: { en: 'Unknown area', de: 'Unbekanntes Gebiet' },
    detail: {
      en: 'No hierarchy defines this area. The {count} defined ones: {allowed}.',
      de: 'Keine Gebietsgliederung definiert dieses Gebiet. Die {count} definierten: {allowed}.',
    },
  },
  'recording.linked-to-itself': {
    status: 422,
    title: { en: 'A case linked to itself', de: 'Fall mit sich selbst verknüpft' },
    detail: {
      en: 'The other pseudonym must be another one than the subject.',
      de: 'Das andere Pseudonym muss ein anderes sein als das subject.',
    },
  },
  'recording.period-out-of-range': {
    status: 422,
    title: { en: 'Impossible period', de: 'Unmöglicher Zeitraum' },
    detail: {
      en: 'A period begins no earlier than {earliest} and ends, not before it begins, in {latest} at the latest.',
      de: 'Ein Zeitraum beginnt frühestens {earliest} und endet, nicht vor seinem Beginn, spätestens {latest}.',
    },
  },
  'recording.month-out-of-range': {
    status: 422,
    title: { en: 'Impossible month', de: 'Unmöglicher Monat' },
    detail: {
      en: 'The month must lie between {earliest} and {latest}.',
      de: 'Der Monat muss zwischen {earliest} und {latest} liegen.',
    },
  },
});
