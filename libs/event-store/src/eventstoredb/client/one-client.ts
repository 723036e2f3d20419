import type { EventStoreDbSettings } from '../settings/eventstoredb-settings';
import { loadClientPackage, type LoadedPackage } from './client-package';
import type { LogClient } from './log-client';
import { PackageLogClient } from './package-log-client';
import { tolerateLostCalls } from './unhandled-rejections';

interface Shared {
  readonly connectionString: string;
  readonly make: () => LogClient;
  client: LogClient;
  users: number;
  replacing: Promise<void> | undefined;
}

/** All stores of a process share it: of two clients, an error on one rejects the appends of the other. */
let shared: Shared | undefined;
let loaded: LoadedPackage | undefined;

/** A user's share of the one client of this process. */
export interface ClientShare {
  /** The client of the moment. */
  readonly client: LogClient;
  /** Another client instead of one that can no longer connect. The old one is gone before the new one is made. */
  replace(spoilt: LogClient): Promise<void>;
  release(): Promise<void>;
}

export function shareClient(settings: EventStoreDbSettings, silenceMs: number): ClientShare {
  const { connectionString } = settings;
  shared ??= open(settings, silenceMs);
  if (shared.connectionString !== connectionString) {
    throw new Error('This process is connected to another EventStoreDB: one client a process.');
  }
  const mine = shared;
  mine.users++;
  let released = false;
  return {
    get client() {
      return mine.client;
    },
    replace: (spoilt) => replace(mine, spoilt),
    release: async () => {
      if (released) return;
      released = true;
      if (--mine.users > 0) return;
      if (shared === mine) shared = undefined;
      await mine.replacing;
      await mine.client.dispose();
    },
  };
}

function open({ connectionString, clientPackage }: EventStoreDbSettings, silenceMs: number): Shared {
  const library = (loaded ??= loadClientPackage(clientPackage));
  tolerateLostCalls();
  const make = (): LogClient => new PackageLogClient(library, connectionString, silenceMs);
  return { connectionString, make, client: make(), users: 0, replacing: undefined };
}

async function replace(mine: Shared, spoilt: LogClient): Promise<void> {
  if (mine.client !== spoilt) return;
  mine.replacing ??= spoilt.dispose().finally(() => {
    mine.client = mine.make();
    mine.replacing = undefined;
  });
  await mine.replacing;
}
