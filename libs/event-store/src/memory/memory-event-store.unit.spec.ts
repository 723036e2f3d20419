import { eventStoreConformance } from '../testing';
import { MemoryEventStore } from './memory-event-store';
import { MemoryLog } from './memory-log';

const makeEngine = () => {
  const log = new MemoryLog();
  return Promise.resolve({ open: () => new MemoryEventStore(log), drop: () => Promise.resolve() });
};

eventStoreConformance('memory', makeEngine, { crashes: 3 });
