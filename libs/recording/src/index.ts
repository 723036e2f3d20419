export * from './record-events/row';
export { Recorder } from './record-events/recorder';
export * from './wire/vocabulary';
