import { setImmediate as turn } from 'node:timers/promises';

/** Items in one go: some milliseconds. Then others get their turn, or a large file would make them wait. */
const SLICE = 200;

/** Does a piece of work for each item, in their order. */
export async function inSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) {
    done.push(work(item));
    if (done.length % SLICE === 0) await turn();
  }
  return done;
}
