import type { ProblemDefinition } from '@lueckenlos/platform';

/** The rules of area hierarchies. */
export const areaProblems = {
  'definitions.no-area': {
    status: 422,
    title: { en: 'No area', de: 'Kein Gebiet' },
    detail: { en: 'A hierarchy has at least one area.', de: 'Eine Hierarchie hat mindestens ein Gebiet.' },
  },
  'definitions.reserved-code': {
    status: 422,
    title: { en: 'Reserved code', de: 'Vorbehaltener Schlüssel' },
    detail: {
      en: 'The code {code} stands for areas that nobody stated.',
      de: 'Der Schlüssel {code} steht für nicht angegebene Gebiete.',
    },
  },
  'definitions.duplicate-area': {
    status: 422,
    title: { en: 'Area named twice', de: 'Gebiet doppelt genannt' },
    detail: {
      en: 'The code {code} stands in this hierarchy already.',
      de: 'Der Schlüssel {code} steht schon in dieser Hierarchie.',
    },
  },
  'definitions.unknown-parent': {
    status: 422,
    title: { en: 'Unknown parent', de: 'Unbekanntes übergeordnetes Gebiet' },
    detail: {
      en: 'No area of this hierarchy has the code that is named as parent.',
      de: 'Kein Gebiet dieser Hierarchie hat den Schlüssel, der als parent genannt ist.',
    },
  },
  'definitions.area-cycle': {
    status: 422,
    title: { en: 'Areas in a circle', de: 'Gebiete im Kreis' },
    detail: {
      en: 'These areas lie in each other: {codes}.',
      de: 'Diese Gebiete liegen ineinander: {codes}.',
    },
  },
  'definitions.area-taken': {
    status: 422,
    title: { en: 'Code of another municipality', de: 'Schlüssel einer anderen Kommune' },
    detail: {
      en: 'Area codes are unique in the installation; this one belongs to {municipality}.',
      de: 'Gebietsschlüssel sind in der Installation eindeutig; dieser gehört zu {municipality}.',
    },
  },
} as const satisfies Record<string, ProblemDefinition>;
