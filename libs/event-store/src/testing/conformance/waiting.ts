import { anAppend, NOW } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { useEngine } from '../use-engine';

const LONG = 60_000;

export function describeWaiting(makeEngine: MakeEngine): void {
  describe('waiting for news', () => {
    const use = useEngine(makeEngine);

    it('ends at once when there is news already', async () => {
      await use.store.append([anAppend('case-1')], NOW);
      await use.store.waitBeyond(0n, LONG);
    });

    it('ends when another process appends', async () => {
      const head = await use.store.head();
      const waiting = use.store.waitBeyond(head, LONG);
      await use.open().append([anAppend('case-2')], NOW);
      await waiting;
      expect(await use.store.head()).toBeGreaterThan(head);
    });

    it('ends quietly after its time, on abort and when the store is closed', async () => {
      const store = use.open();
      const head = await store.head();
      const abort = new AbortController();
      const waiting = [store.waitBeyond(head, LONG, abort.signal), store.waitBeyond(head, 1)];
      abort.abort();
      await Promise.all([...waiting, store.waitBeyond(head, LONG, AbortSignal.abort())]);
      const last = store.waitBeyond(head, LONG);
      await store.close();
      await last;
    });

    it('gives a subscriber the whole log in pages and then each append, in order', async () => {
      const start = await use.store.head();
      await use.store.append([anAppend('case-3'), anAppend('case-4'), anAppend('case-5')], NOW);
      const abort = new AbortController();
      const pages: bigint[][] = [];

      for await (const page of use.store.subscribe(start, { pageSize: 2, signal: abort.signal })) {
        pages.push(page.map(({ position }) => position));
        if (pages.length === 2) {
          await use.open().append([anAppend('case-6')], NOW);
        }
        if (pages.length === 3) {
          abort.abort();
        }
      }
      expect(pages.map((page) => page.length)).toEqual([2, 1, 1]);
      const seen = pages.flat();
      expect(seen.every((position, index) => position > (seen[index - 1] ?? start))).toBe(true);
    });

    it('tells a closed store from an empty one', async () => {
      const store = use.open();
      await store.close();
      await expect(store.readAll(0n, 1)).rejects.toMatchObject({ status: 503 });
      await expect(store.append([anAppend('case-7')], NOW)).rejects.toMatchObject({ status: 503 });
    });
  });
}
