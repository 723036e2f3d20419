import { makeEventStoreDbEngine, type EventStoreDbEngine } from './eventstoredb-engine';
import { startFaultInjector, type FaultInjector } from './injector/fault-injector';

export interface InjectorInUse {
  readonly node: FaultInjector;
  readonly engine: EventStoreDbEngine;
  /** The events of one of our streams, as the node has them. */
  stored(stream: string): readonly { readonly id: string }[];
}

/** A node of its own for each test, with an empty log. */
export function useFaultInjector(): InjectorInUse {
  let node: FaultInjector;
  let engine: EventStoreDbEngine;
  beforeEach(async () => {
    node = await startFaultInjector();
    // So that positions which are not ours come first, as on any real node.
    node.log.write('$stats-127.0.0.1', { type: '$statsCollected' });
    engine = await makeEventStoreDbEngine(node.url);
  });
  afterEach(async () => {
    await node.stop();
    await engine.drop();
  });
  return {
    get node() {
      return node;
    },
    get engine() {
      return engine;
    },
    stored: (stream) => node.log.stream(`${engine.namespace}-${stream}`) ?? [],
  };
}
