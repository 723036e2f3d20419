import { until } from '@lueckenlos/platform/testing';
import { anAppend } from '../testing';
import type { SubscriptionFault } from './testing/injector/fault-injector';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const HOUR = 3_600_000;

describe('Waiting for news on EventStoreDB', () => {
  const use = useFaultInjector();

  it('is woken by the subscription, long before the next look at the head', async () => {
    const store = use.engine.open({ timing: { pollMs: HOUR } });
    const waiting = store.waitBeyond(0n, HOUR);
    await until(() => use.node.subscriptions === 1, { what: 'the subscription' });
    const writer = use.engine.open();
    await writer.append([anAppend('case-1')], NOW);
    await waiting;
    await Promise.all([store.close(), writer.close()]);
  });

  it.each<[SubscriptionFault]>([['dropped'], ['slow'], ['ended']])(
    'subscribes again when it is %s, and misses nothing in between',
    async (fault) => {
      const store = use.engine.open({ timing: { pollMs: HOUR } });
      const [first] = await store.append([anAppend('case-1')], NOW);
      const waiting = store.waitBeyond(first?.position ?? 0n, HOUR);
      await until(() => use.node.subscriptions === 1, { what: 'the subscription' });
      use.node.breakSubscriptions(fault);
      await store.append([anAppend('case-2')], NOW);
      await waiting;
      await until(() => use.node.subscriptions === 2, { what: 'the next subscription' });
      await store.close();
    },
  );

  it('a slow consumer is back at once, however long other pauses are', async () => {
    const store = use.engine.open({ timing: { pollMs: HOUR, pauseMs: HOUR, maxPauseMs: HOUR } });
    const waiting = store.waitBeyond(0n, HOUR);
    await until(() => use.node.subscriptions === 1, { what: 'the subscription' });
    use.node.breakSubscriptions('slow');
    await until(() => use.node.subscriptions === 2, { what: 'the next subscription' });
    await store.close();
    await waiting;
  });

  it('looks at the head where no subscription comes about', async () => {
    const store = use.engine.open({ timing: { pollMs: 20 } });
    use.node.reads.plan('silent', { times: 1 });
    const waiting = store.waitBeyond(0n, HOUR);
    const writer = use.engine.open();
    await writer.append([anAppend('case-1')], NOW);
    await waiting;
    await Promise.all([store.close(), writer.close()]);
  });
});
