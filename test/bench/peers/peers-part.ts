import type { StreamAppend } from '@lueckenlos/event-store';
import type { BenchOptions } from '../options';
import { ratio, type Figure, type PartReport } from '../report/figure';
import { median, mustEqual, timed } from '../report/timing';
import type { BenchDatabase, BenchPostgres } from '../system/bench-database';
import { openEmmett } from './emmett';
import { eachInFlight, IN_FLIGHT } from './in-flight';
import { openNaive } from './naive';
import { openOurs } from './ours';
import type { Peer } from './peer';
import { deliveriesOf, streamsOf } from './workload';

type Open = (database: BenchDatabase) => Promise<Peer>;
type Workload = (peer: Peer, deliveries: readonly (readonly StreamAppend[])[]) => Promise<void>;

/** Events come together, as in a file: each store takes a delivery its own way, then the next. */
const together: Workload = async (peer, deliveries) => {
  for (const delivery of deliveries) await peer.deliver(delivery);
};

/** Events come one by one, as posts do: each is an append of its own, those of a stream one after the other. */
const oneByOne: Workload = (peer, deliveries) =>
  eachInFlight(streamsOf(deliveries), async ({ stream, expected, events }) => {
    for (const event of events) await peer.append({ stream, expected, events: [event] });
  });

/** How fast stores append the same events on the same PostgreSQL. */
export async function peersPart(postgres: BenchPostgres, options: BenchOptions): Promise<PartReport> {
  const { emmett } = options;
  const peers: Open[] = [openOurs, openNaive];
  if (emmett !== undefined) peers.push((database) => openEmmett(database, emmett));
  const few = deliveriesOf(options.rows / 10);
  const figures = [
    ...(await compare(postgres, peers, few, together, 'in deliveries of 2,000', options)),
    ...(await compare(postgres, peers, few, oneByOne, `one by one, ${IN_FLIGHT} in flight`, options)),
  ];
  const notes = emmett === undefined ? ['Emmett was not measured: --emmett names no folder with it'] : [];
  return { part: 'peers', figures, notes };
}

async function compare(
  postgres: BenchPostgres,
  peers: readonly Open[],
  deliveries: readonly (readonly StreamAppend[])[],
  workload: Workload,
  title: string,
  { rounds }: BenchOptions,
): Promise<Figure[]> {
  const speeds = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const open of peers) {
      const { name, perSecond } = await measure(postgres, open, deliveries, workload);
      speeds.set(name, [...(speeds.get(name) ?? []), perSecond]);
    }
  }
  const ours = speeds.get('ours') ?? [];
  return [...speeds].flatMap(([name, perSecond]) => {
    const figure: Figure = { name: `${title}: ${name}`, value: median(perSecond), unit: 'events/s' };
    if (name === 'ours') return [figure];
    const times = median(ours.map((speed, round) => speed / (perSecond[round] ?? NaN)));
    return [figure, ratio(`  ours / ${name}`, times, name === 'Emmett' ? { atLeast: 5 } : undefined)];
  });
}

async function measure(
  postgres: BenchPostgres,
  open: Open,
  deliveries: readonly (readonly StreamAppend[])[],
  workload: Workload,
): Promise<{ name: string; perSecond: number }> {
  const database = await postgres.createDatabase();
  const peer = await open(database);
  try {
    const { seconds } = await timed(() => workload(peer, deliveries));
    const events = deliveries.flat().reduce((sum, append) => sum + append.events.length, 0);
    mustEqual(`events stored by ${peer.name}`, await peer.count(), events);
    return { name: peer.name, perSecond: events / seconds };
  } finally {
    await peer.close();
    await database.drop();
  }
}
