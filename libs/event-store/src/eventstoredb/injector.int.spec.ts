import { eventStoreConformance, type MakeEngine } from '../testing';
import { startCutter } from '../testing/cutter';
import { makeEventStoreDbEngine } from './testing/eventstoredb-engine';
import { startFaultInjector } from './testing/injector/fault-injector';

const crashes = Number(process.env['LUECKENLOS_TEST_CRASHES'] ?? 3);

/** Nothing in the kit is away for long by itself: a machine may be busy. */
const timing = { appendMs: 30_000, silenceMs: 30_000, busyMs: 30_000 };

/** The kit on a node in memory, reached through a cable that it may cut. */
const makeEngine: MakeEngine = async () => {
  const node = await startFaultInjector();
  const cutter = await startCutter('127.0.0.1', node.port);
  return makeEventStoreDbEngine(`esdb://${cutter.address}?tls=false`, {
    timing,
    interrupt: () => cutter.cut(),
    hold: (stream) => {
      node.appends.plan('held', { stream });
      return Promise.resolve(() => Promise.resolve(node.appends.release('held')));
    },
    drop: async () => {
      await cutter.close();
      await node.stop();
    },
  });
};

eventStoreConformance('eventstoredb, the fault injector', makeEngine, { crashes, crossings: 50 });
