import type { Identity } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import {
  AREAS_ID,
  CHECK_UP_CHAIN,
  CHECK_UP_CHAIN_ID,
  eventsToNdjson,
  KREFELD_AREAS,
  LIFE_CHAIN,
  LIFE_CHAIN_ID,
  synthesise,
  type SynthesisOptions,
} from '@lueckenlos/krefeld';
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

/** The synthetic Krefeld comes in the way an agency's old data would: as one file, in one import. */
const AGENCY = 'data-migration';
const IDENTITY: Identity = {
  clientId: 'demo',
  role: AGENCY,
  agency: AGENCY,
  scopes: new Set(['events:write', 'events:backfill']),
};

/**
 * The filling that this or an earlier start began: a durable import, which goes on by itself after a crash.
 * Undefined where there never was one.
 */
export async function findFilling(app: INestApplicationContext): Promise<ImportJob | undefined> {
  const [job] = await app.get(ImportJobs).list(AGENCY, 1, null);
  return job?.identity.clientId === IDENTITY.clientId ? job : undefined;
}

/** Whether nobody has sent anything yet: real data are never mixed with invented ones. */
export async function isEmpty(app: INestApplicationContext): Promise<boolean> {
  const events = await app.get<EventStore>(EVENT_STORE).readAll(0n, 100);
  const definitions = events.filter(({ type }) => type === CHAIN_DEFINED || type === AREAS_DEFINED);
  const jobs = await app.get(ImportJobs).list(AGENCY, 1, null);
  return events.length < 100 && definitions.length === events.length && jobs.length === 0;
}

/** Defines what ships and hands the synthetic events over; they are recorded from then on, whatever happens. */
export async function beginFilling(app: INestApplicationContext, options: SynthesisOptions): Promise<void> {
  await defineShipped(app.get(CommandBus));
  const lines = Readable.from(asBytes(eventsToNdjson(synthesise(options))), { objectMode: false });
  await app
    .get(ImportIntake)
    .receive(IDENTITY, { body: lines, gzip: false, media: 'ndjson', mode: 'each', dryRun: false });
  app.get(ImportWorker).wake();
}

async function defineShipped(commands: CommandBus): Promise<void> {
  for (const edition of KREFELD_AREAS) {
    await commands.execute(new DefineAreasCommand(AREAS_ID, edition, IDENTITY.clientId));
  }
  await commands.execute(new DefineChainCommand(LIFE_CHAIN_ID, LIFE_CHAIN, IDENTITY.clientId));
  await commands.execute(new DefineChainCommand(CHECK_UP_CHAIN_ID, CHECK_UP_CHAIN, IDENTITY.clientId));
}

function* asBytes(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
