import type { Identity } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import {
  AREAS_ID,
  CHECK_UP_CHAIN,
  CHECK_UP_CHAIN_ID,
  estimateEvents,
  eventsToNdjson,
  KREFELD_AREAS,
  LIFE_CHAIN,
  LIFE_CHAIN_ID,
  synthesise,
} from '@lueckenlos/krefeld';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import {
  AREAS_DEFINED,
  CHAIN_DEFINED,
  DefineAreasCommand,
  DefineChainCommand,
  ImportIntake,
  ImportJobs,
  ImportWorker,
  type ImportJob,
} from '@lueckenlos/recording';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Readable } from 'node:stream';
import { fillOptions } from './fill-options';

/** The synthetic Krefeld comes in the way an agency's old data would: as one file, in one import. */
const AGENCY = 'data-migration';
const IDENTITY: Identity = {
  clientId: 'demo',
  role: AGENCY,
  agency: AGENCY,
  scopes: new Set(['events:write', 'events:backfill']),
};

/** A filling under way, and roughly how many events it brings. */
export interface Filling {
  readonly job: ImportJob;
  readonly expectedEvents: number;
}

/**
 * Fills an empty store with the shipped definitions and a synthetic Krefeld, or finds the filling that an
 * earlier start began. Null where the store holds anything else: nobody's data are mixed with invented ones.
 */
export async function beginFilling(app: INestApplicationContext): Promise<Filling | null> {
  const [earlier] = await app.get(ImportJobs).list(AGENCY, 1, null);
  if (earlier) return earlier.identity.clientId === IDENTITY.clientId ? fillingOf(app, earlier) : null;
  if (!(await holdsDefinitionsOnly(app.get<EventStore>(EVENT_STORE)))) return null;
  await defineShipped(app.get(CommandBus));
  return fillingOf(app, await deliver(app));
}

/** The import as it stands now. */
export function readFilling(app: INestApplicationContext, { job }: Filling): Promise<ImportJob> {
  return app.get(ImportJobs).find(job.id, AGENCY);
}

async function holdsDefinitionsOnly(store: EventStore): Promise<boolean> {
  const events = await store.readAll(0n, 100);
  return events.length < 100 && events.every(({ type }) => type === CHAIN_DEFINED || type === AREAS_DEFINED);
}

async function defineShipped(commands: CommandBus): Promise<void> {
  for (const edition of KREFELD_AREAS) {
    await commands.execute(new DefineAreasCommand(AREAS_ID, edition, IDENTITY.clientId));
  }
  await commands.execute(new DefineChainCommand(LIFE_CHAIN_ID, LIFE_CHAIN, IDENTITY.clientId));
  await commands.execute(new DefineChainCommand(CHECK_UP_CHAIN_ID, CHECK_UP_CHAIN, IDENTITY.clientId));
}

async function deliver(app: INestApplicationContext): Promise<ImportJob> {
  const events = synthesise(fillOptions(app.get<Clock>(CLOCK)()));
  const lines = Readable.from(asBytes(eventsToNdjson(events)), { objectMode: false });
  const job = await app
    .get(ImportIntake)
    .receive(IDENTITY, { body: lines, gzip: false, media: 'ndjson', mode: 'each', dryRun: false });
  app.get(ImportWorker).wake();
  return job;
}

function* asBytes(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

function fillingOf(app: INestApplicationContext, job: ImportJob): Filling {
  return { job, expectedEvents: estimateEvents(fillOptions(app.get<Clock>(CLOCK)())) };
}
