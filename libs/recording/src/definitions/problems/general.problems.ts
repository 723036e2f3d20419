import type { ProblemDefinition } from '@lueckenlos/platform';

/** What can be wrong with the definition of a chain as well as of areas. */
export const generalProblems = {
  'definitions.unknown-chain': {
    status: 404,
    title: { en: 'No such chain', de: 'Keine solche Kette' },
    detail: {
      en: 'No chain was defined under this id (at the instant asked for).',
      de: 'Unter dieser Kennung war (zum gefragten Zeitpunkt) keine Kette definiert.',
    },
  },
  'definitions.unknown-municipality': {
    status: 404,
    title: { en: 'No such areas', de: 'Keine solchen Gebiete' },
    detail: {
      en: 'No areas are defined for this municipality (in the month asked for).',
      de: 'Für diese Kommune sind (im gefragten Monat) keine Gebiete definiert.',
    },
  },
  'definitions.bad-instant': {
    status: 400,
    title: { en: 'Not an instant', de: 'Kein Zeitpunkt' },
    detail: {
      en: 'The parameter must be an RFC 3339 instant in UTC, such as 2026-01-31T12:00:00Z.',
      de: 'Der Parameter muss ein Zeitpunkt nach RFC 3339 in UTC sein, etwa 2026-01-31T12:00:00Z.',
    },
  },
  'definitions.bad-month-parameter': {
    status: 400,
    title: { en: 'Not a month', de: 'Kein Monat' },
    detail: {
      en: 'The parameter must be a month, such as 2026-01.',
      de: 'Der Parameter muss ein Monat sein, etwa 2026-01.',
    },
  },
  'definitions.wrong-type': {
    status: 422,
    title: { en: 'Wrong type', de: 'Falscher Typ' },
    detail: { en: 'Expected here: {expected}.', de: 'Hier wird erwartet: {expected}.' },
  },
  'definitions.missing-member': {
    status: 422,
    title: { en: 'A member is missing', de: 'Eine Angabe fehlt' },
    detail: { en: 'This member is required.', de: 'Diese Angabe ist erforderlich.' },
  },
  'definitions.unknown-member': {
    status: 422,
    title: { en: 'Unknown member', de: 'Unbekannte Angabe' },
    detail: { en: 'There is no such member here.', de: 'Eine solche Angabe gibt es hier nicht.' },
  },
  'definitions.control-character': {
    status: 422,
    title: { en: 'Control character', de: 'Steuerzeichen' },
    detail: {
      en: 'Texts must not hold control characters or half surrogate pairs.',
      de: 'Texte dürfen keine Steuerzeichen und keine halben Surrogatpaare enthalten.',
    },
  },
  'definitions.bad-id': {
    status: 422,
    title: { en: 'Not an id', de: 'Keine Kennung' },
    detail: {
      en: 'Ids have 1 to 64 characters of A-Z, a-z, 0-9, dot, underscore and hyphen, beginning with a letter or digit.',
      de: 'Kennungen haben 1 bis 64 Zeichen aus A-Z, a-z, 0-9, Punkt, Unterstrich und Bindestrich, zuerst Buchstabe oder Ziffer.',
    },
  },
  'definitions.bad-title': {
    status: 422,
    title: { en: 'Not a name', de: 'Keine Bezeichnung' },
    detail: {
      en: 'Names must not be blank and have at most {max} characters.',
      de: 'Bezeichnungen dürfen nicht leer sein und höchstens {max} Zeichen haben.',
    },
  },
  'definitions.bad-month': {
    status: 422,
    title: { en: 'Not a month', de: 'Kein Monat' },
    detail: { en: 'Months are written YYYY-MM.', de: 'Monate schreibt man JJJJ-MM.' },
  },
  'definitions.out-of-range': {
    status: 422,
    title: { en: 'Out of range', de: 'Außerhalb des Bereichs' },
    detail: {
      en: 'This must be a whole number from {min} to {max}.',
      de: 'Hier muss eine ganze Zahl von {min} bis {max} stehen.',
    },
  },
  'definitions.too-many': {
    status: 422,
    title: { en: 'Too many', de: 'Zu viele' },
    detail: { en: 'At most {max} are allowed here.', de: 'Hier sind höchstens {max} erlaubt.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
