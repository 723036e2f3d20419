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
  // Shown by the health of a process that works all the same: no refusals, like warnings.
  'projections.build-failed': {
    status: 200,
    title: { en: 'A build has failed', de: 'Ein Aufbau ist gescheitert' },
    detail: {
      en: 'Version {version} of {name} could not be built. The version in service goes on; look, then rebuild.',
      de: 'Version {version} von {name} ließ sich nicht aufbauen. Die bisherige bleibt in Betrieb; bitte ansehen und neu aufbauen.',
    },
  },
  'projections.parked': {
    status: 200,
    title: { en: 'Events are set aside', de: 'Ereignisse sind zurückgestellt' },
    detail: {
      en: '{parked} events are missing in {name}: they could not be applied, or wait behind such a one.',
      de: 'In {name} fehlen {parked} Ereignisse: Sie ließen sich nicht anwenden oder warten hinter einem solchen.',
    },
  },
  'projections.behind': {
    status: 200,
    title: { en: 'The read model is behind', de: 'Das Lesemodell liegt zurück' },
    detail: {
      en: '{name} is {lag} events behind the log. Figures name the position that they hold.',
      de: '{name} liegt {lag} Ereignisse hinter dem Protokoll. Zahlen nennen die Position, bis zu der sie reichen.',
    },
  },
});
