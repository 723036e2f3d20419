import { eventStoreMigrations } from '@lueckenlos/event-store';
import { migrate } from '@lueckenlos/platform';
import type { BenchDatabase } from '../system/bench-database';
import type { Peer } from './peer';

/** The store of this project: any number of streams in one append. */
export async function openOurs({ url, store }: BenchDatabase): Promise<Peer> {
  await migrate(url, eventStoreMigrations);
  return {
    name: 'ours',
    append: async (append) => void (await store.append([append], new Date())),
    deliver: async (delivery) => void (await store.append(delivery, new Date())),
    count: async () => Number(await store.head()),
    close: () => Promise.resolve(),
  };
}
