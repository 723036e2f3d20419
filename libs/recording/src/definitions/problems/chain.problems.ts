import type { ProblemDefinition } from '@lueckenlos/platform';

/** The rules of chains. */
export const chainProblems = {
  'definitions.no-version': {
    status: 422,
    title: { en: 'No version', de: 'Keine Version' },
    detail: { en: 'A chain has at least one version.', de: 'Eine Kette hat mindestens eine Version.' },
  },
  'definitions.no-version-in-force': {
    status: 422,
    title: { en: 'No version in force', de: 'Keine Version in Kraft' },
    detail: {
      en: 'At least one version of a chain is in force (inForce absent or true).',
      de: 'Mindestens eine Version einer Kette ist in Kraft (inForce fehlt oder ist true).',
    },
  },
  'definitions.no-stage': {
    status: 422,
    title: { en: 'No stage', de: 'Keine Stufe' },
    detail: { en: 'A version has stages.', de: 'Eine Version hat Stufen.' },
  },
  'definitions.duplicate-stage': {
    status: 422,
    title: { en: 'Stage named twice', de: 'Stufe doppelt genannt' },
    detail: {
      en: 'The stage {stage} stands in this version already.',
      de: 'Die Stufe {stage} steht schon in dieser Version.',
    },
  },
  'definitions.birth-required': {
    status: 422,
    title: { en: 'The birth is missing', de: 'Die Geburt fehlt' },
    detail: {
      en: 'Every version has the stage "birth".',
      de: 'Jede Version hat die Stufe „birth“.',
    },
  },
  'definitions.before-birth': {
    status: 422,
    title: { en: 'Stage before birth', de: 'Stufe vor der Geburt' },
    detail: {
      en: 'A stage before the birth has the rule monthsAfterBirth 0 and grace 0.',
      de: 'Eine Stufe vor der Geburt hat die Regel monthsAfterBirth 0 und keine Nachfrist (grace 0).',
    },
  },
  'definitions.versions-not-ascending': {
    status: 422,
    title: { en: 'Versions out of order', de: 'Versionen nicht geordnet' },
    detail: {
      en: 'Version numbers ascend; the one before is {before}.',
      de: 'Versionsnummern steigen; die vorige ist {before}.',
    },
  },
  'definitions.births-not-ascending': {
    status: 422,
    title: { en: 'Birth months out of order', de: 'Geburtsmonate nicht geordnet' },
    detail: {
      en: 'Each version begins with later births than the one before, which begins with {before}.',
      de: 'Jede Version beginnt mit späteren Geburten als die vorige, die mit {before} beginnt.',
    },
  },
  'definitions.first-version-too-late': {
    status: 422,
    title: { en: 'The first version begins too late', de: 'Die erste Version beginnt zu spät' },
    detail: {
      en: 'The first version must hold for births from {month} on, or earlier.',
      de: 'Die erste Version muss für Geburten ab {month} oder früher gelten.',
    },
  },
  'definitions.descending-due': {
    status: 422,
    title: { en: 'Due months descend', de: 'Fälligkeiten fallen' },
    detail: {
      en: 'Born in {birth}, a child would be due at {stage} before {before}, which stands in front of it.',
      de: 'Bei Geburt in {birth} wäre {stage} vor {before} fällig, obwohl es in der Kette dahinter steht.',
    },
  },
} as const satisfies Record<string, ProblemDefinition>;
