import { randomUUID } from 'node:crypto';
import type { BenchOptions } from '../options';
import { ratio, type PartReport } from '../report/figure';
import { median, mustEqual, timed } from '../report/timing';
import type { BenchDatabase, BenchPostgres } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import { measureOn } from '../system/measure-on';
import type { TownFile } from '../system/town';
import { importFile } from './import-file';

/** The same file into the log on EventStoreDB, in turn with PostgreSQL. Its receipts lie in PostgreSQL both times. */
export async function eventStoreDbPart(
  postgres: BenchPostgres,
  file: TownFile,
  { rounds }: BenchOptions,
  url: string,
): Promise<PartReport> {
  const rates: Record<'postgresql' | 'eventstoredb', number[]> = { postgresql: [], eventstoredb: [] };
  for (let round = 0; round < rounds; round++) {
    rates.postgresql.push(await measureOn(postgres, 'intake', (client) => rateOf(client, file)));
    // Streams of its own: the server keeps what earlier rounds have left.
    const prefix = `bench${randomUUID().replaceAll('-', '')}`;
    const environment = { EVENTSTORE_URL: url, LUECKENLOS_STREAM_PREFIX: prefix };
    const work = async (client: BenchClient, database: BenchDatabase): Promise<number> => {
      const before = await receipts(database);
      const rate = await rateOf(client, file, async (events) => {
        mustEqual('receipts', (await receipts(database)) - before, events);
      });
      return rate;
    };
    rates.eventstoredb.push(await measureOn(postgres, 'intake', work, environment));
  }
  const [onPostgres, onEventStoreDb] = [median(rates.postgresql), median(rates.eventstoredb)];
  return {
    part: 'import on EventStoreDB',
    figures: [
      { name: 'import, EventStoreDB', value: onEventStoreDb, unit: 'events/s' },
      { name: '  PostgreSQL', value: onPostgres, unit: 'events/s' },
      ratio('  EventStoreDB / PostgreSQL', onEventStoreDb / onPostgres),
    ],
  };
}

async function rateOf(
  client: BenchClient,
  file: TownFile,
  check: (events: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const { seconds, result: events } = await timed(() => importFile(client, file));
  await check(events);
  return events / seconds;
}

async function receipts({ pool }: BenchDatabase): Promise<number> {
  const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM event_store.receipt');
  return Number(rows[0]?.n);
}
