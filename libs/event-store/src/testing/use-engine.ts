import type { EventStore, StoredEvent } from '../port';
import type { EngineUnderTest, MakeEngine } from './engine-under-test';

/** The engine of a group of checks: made before its first check, its stores closed after the last. */
export interface EngineInUse {
  readonly engine: EngineUnderTest;
  /** One store that the checks share. */
  readonly store: EventStore;
  /** Another store on the same log, closed at the end. */
  open(): EventStore;
  wholeLog(): Promise<StoredEvent[]>;
}

export function useEngine(makeEngine: MakeEngine): EngineInUse {
  let engine: EngineUnderTest;
  let stores: EventStore[] = [];
  const open = (): EventStore => {
    const store = engine.open();
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    engine = await makeEngine();
    open();
  }, 30_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
    await engine.drop();
  }, 30_000);
  const shared = (): EventStore => stores[0]!;
  return {
    open,
    get engine() {
      return engine;
    },
    get store() {
      return shared();
    },
    wholeLog: () => shared().readAll(0n, 1_000_000),
  };
}
