import { estimateEvents } from '@lueckenlos/krefeld';
import { ratio, type Figure } from '../report/figure';
import { mustEqual, peakDuring } from '../report/timing';
import type { BenchPostgres } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import { measureOn } from '../system/measure-on';
import { startProcess } from '../system/measured-process';
import { fillLog } from '../system/quick-fill';
import { townOf } from '../system/town';

interface Peak {
  readonly events: number;
  /** MB. */
  readonly peak: number;
}

/** The most memory that an audit process holds while the whole log is read over HTTP, and a log five times as long. */
export async function logMemory(postgres: BenchPostgres, rows: number): Promise<Figure[]> {
  const small = await peakOf(postgres, rows / 2);
  const large = await peakOf(postgres, (rows / 2) * 5);
  return [
    { name: `peak memory, log of ${small.events} events read`, value: small.peak, unit: 'MB' },
    { name: `peak memory, log of ${large.events} events read`, value: large.peak, unit: 'MB' },
    ratio('  of the long log / of the short one', large.peak / small.peak, { atMost: 1.5 }),
  ];
}

function peakOf(postgres: BenchPostgres, rows: number): Promise<Peak> {
  return measureOn(postgres, 'intake', async (_, database) => {
    await fillLog(database, rows / estimateEvents(townOf(1)));
    const events = Number(await database.store.head());
    const audit = await startProcess('audit', database.url);
    try {
      const { client } = audit;
      const { peak, result } = await peakDuring(() => client.memory(), readLog(client));
      mustEqual('lines of the log', result, events);
      return { events, peak: peak / 1e6 };
    } finally {
      await audit.stop();
    }
  });
}

/** Takes the log as it comes and keeps nothing of it. Says how many lines came. */
async function readLog(client: BenchClient): Promise<number> {
  const { body } = await client.send('auditor', 'GET', '/v1/log');
  let lines = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === 10) lines++;
  }
  return lines;
}
