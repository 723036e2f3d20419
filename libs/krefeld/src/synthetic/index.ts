export { synthesise } from './stream/synthesise';
export { estimateEvents } from './stream/estimate-events';
export { eventsToNdjson } from './stream/ndjson';
export { demoOptions, DEMO_SCALE, type SynthesisOptions } from './stream/options';
export {
  LOST_MARK,
  SYNTHETIC_SOURCE,
  type SyntheticData,
  type SyntheticEvent,
} from './stream/synthetic-event';
export { PLANTED_GAP } from './town/planted-gap';
export { agencyOfStage, type Agency } from './reporting/agencies';
export { Random } from './chance/random';
