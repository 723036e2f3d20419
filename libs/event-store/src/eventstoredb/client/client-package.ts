import { ConfigurationError } from '@lueckenlos/platform';
import { createRequire } from 'node:module';
import type * as EventStore from '@eventstore/db-client';
import type { ClientPackage } from '../settings/eventstoredb-settings';
import { dropStrayAnswers, type AppendStubs } from './stray-answers';

export type PackageClient = EventStore.EventStoreDBClient;

/** What both packages have in common, apart from the name of the client's class. */
export interface LoadedPackage {
  readonly connect: (connectionString: string) => PackageClient;
  readonly jsonEvent: typeof EventStore.jsonEvent;
  readonly streamNameFilter: typeof EventStore.streamNameFilter;
}

type Exports = Pick<typeof EventStore, 'jsonEvent' | 'streamNameFilter'> &
  Record<'EventStoreDBClient' | 'KurrentDBClient', typeof EventStore.EventStoreDBClient | undefined>;

/** Loads one package and never the other: they share a protobuf namespace and would spoil each other. */
export function loadClientPackage(name: ClientPackage): LoadedPackage {
  const { EventStoreDBClient, KurrentDBClient, jsonEvent, streamNameFilter } = requirePackage(name);
  const Client = EventStoreDBClient ?? KurrentDBClient;
  if (!Client) throw missing(name);
  muteDebugLog(name);
  if (name === '@eventstore/db-client') {
    dropStrayAnswers(createRequire(__filename)(`${name}/generated/streams_grpc_pb`) as AppendStubs);
  }
  return { connect: (text) => Client.connectionString(text), jsonEvent, streamNameFilter };
}

function requirePackage(name: ClientPackage): Exports {
  try {
    return createRequire(__filename)(name) as Exports;
  } catch {
    throw missing(name);
  }
}

/** It holds the connection string, password and all: the variable DEBUG does not switch it on. */
function muteDebugLog(name: ClientPackage): void {
  const ofClient = createRequire(createRequire(__filename).resolve(name));
  const debug = ofClient('debug') as { disable(): string; enable(names: string): void };
  debug.enable(`${debug.disable()},-esdb*,-kurrent*`);
}

function missing(name: ClientPackage): ConfigurationError {
  return new ConfigurationError([`LUECKENLOS_EVENTSTORE_CLIENT: the package ${name} is not installed.`]);
}
