import type { ProblemDefinition } from '@lueckenlos/platform';

/** The rules of delivery calendars. */
export const calendarProblems = {
  'definitions.empty-list': {
    status: 422,
    title: { en: 'Nothing listed', de: 'Leere Liste' },
    detail: { en: 'At least one is to be named here.', de: 'Hier ist mindestens eines zu nennen.' },
  },
  'definitions.named-twice': {
    status: 422,
    title: { en: 'Named twice', de: 'Doppelt genannt' },
    detail: { en: '{name} stands in this list already.', de: '{name} steht schon in dieser Liste.' },
  },
  'definitions.unknown-stage': {
    status: 422,
    title: { en: 'Unknown stage', de: 'Unbekannte Station' },
    detail: { en: 'No chain defines the stage {name}.', de: 'Keine Kette definiert die Station {name}.' },
  },
  'definitions.foreign-stage': {
    status: 422,
    title: { en: 'Not a stage of this agency', de: 'Keine Station dieser Stelle' },
    detail: {
      en: 'The agency may not send the stage {name}, and so cannot deliver it.',
      de: 'Die Stelle darf die Station {name} nicht senden und kann sie daher nicht liefern.',
    },
  },
  'definitions.unknown-area': {
    status: 422,
    title: { en: 'Unknown area', de: 'Unbekanntes Gebiet' },
    detail: {
      en: 'No hierarchy defines the area {name}.',
      de: 'Keine Hierarchie definiert das Gebiet {name}.',
    },
  },
  'definitions.unknown-rhythm': {
    status: 422,
    title: { en: 'Unknown rhythm', de: 'Unbekannter Rhythmus' },
    detail: { en: 'The rhythm is one of: {allowed}.', de: 'Der Rhythmus ist einer von diesen: {allowed}.' },
  },
  'definitions.until-before-from': {
    status: 422,
    title: { en: 'Ends before it begins', de: 'Endet vor dem Beginn' },
    detail: { en: 'until must not lie before from.', de: 'until darf nicht vor from liegen.' },
  },
  'definitions.announced-twice': {
    status: 422,
    title: { en: 'Announced twice', de: 'Doppelt angekündigt' },
    detail: {
      en: 'Delivery {index} of this list announces the same stage for the same months and area.',
      de: 'Lieferung {index} dieser Liste kündigt dieselbe Station für dieselben Monate und Gebiete an.',
    },
  },
} as const satisfies Record<string, ProblemDefinition>;
