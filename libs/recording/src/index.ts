export { RecordingModule } from './recording.module';
export * from './definitions';
export * from './record-events/row';
export { Recorder } from './record-events/recorder';
export { RecordEventsModule } from './record-events/record-events.module';
export { RecordEventsCommand } from './record-events/record-events.command';
export { RECORDING_COMMANDS } from './commands/recording-commands';
export { PARTNER_TYPES, type PartnerType } from './wire/event-types';
export * from './wire/vocabulary';
