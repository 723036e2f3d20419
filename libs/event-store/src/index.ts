export * from './port';
export { EVENT_STORE } from './tokens';
export { EventStoreModule } from './event-store.module';
export { eventId } from './event-id';
export {
  IdConflictError,
  MalformedAppendError,
  StoreBusyError,
  StoreClosedError,
  StoreFailedError,
  StoreUnavailableError,
  UnstorableEventError,
  WrongExpectedRevisionError,
  type RevisionConflict,
} from './errors';
export { eventStoreProblems } from './problems';
export { MemoryEventStore } from './memory/memory-event-store';
export { MemoryLog } from './memory/memory-log';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgresql/postgres-event-store';
export { EventStoreDbStore, type EventStoreDbOptions } from './eventstoredb/eventstoredb-store';
export {
  readSettings as readEventStoreDbSettings,
  type EventStoreDbSettings,
} from './eventstoredb/settings/eventstoredb-settings';
export { eventStoreMigrations } from './migrations';
export { EventRegistry, type EventVersion } from './registry/event-registry';
export { UnknownEventError, UnreadableEventError } from './registry/registry-errors';
