import { defineProblems } from '@lueckenlos/platform';

export const projectionProblems = defineProblems({
  'projections.unknown-projection': {
    status: 404,
    title: { en: 'Unknown projection', de: 'Unbekannte Projektion' },
    detail: {
      en: 'There is no projection {name}. There are: {known}.',
      de: 'Die Projektion {name} gibt es nicht. Es gibt: {known}.',
    },
  },
  'projections.rebuild-under-way': {
    status: 409,
    title: { en: 'A rebuild is under way', de: 'Ein Neuaufbau läuft bereits' },
    detail: {
      en: 'Version {version} is being built already.',
      de: 'Version {version} wird bereits aufgebaut.',
    },
  },
  'projections.version-in-use': {
    status: 409,
    title: { en: 'The version is in use', de: 'Die Version wird verwendet' },
    detail: {
      en: 'Version {version} is {state}. Only retired and failed versions can be dropped.',
      de: 'Version {version} hat den Zustand {state}. Nur abgelöste und gescheiterte Versionen lassen sich löschen.',
    },
  },
  'projections.unknown-version': {
    status: 404,
    title: { en: 'Unknown version', de: 'Unbekannte Version' },
    detail: { en: 'There is no version {version}.', de: 'Die Version {version} gibt es nicht.' },
  },
});
