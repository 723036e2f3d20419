import { parseMonth } from '@lueckenlos/chain';
import { LIFE_CHAIN_ID } from '@lueckenlos/krefeld';
import { linesOf, replay } from '@lueckenlos/replay/engine';
import { createReadStream } from 'node:fs';

/** One measurement in a process of its own, so that its memory is its own. */
export interface Measured {
  /** Of CPU time: what else works on the machine does not count. */
  readonly seconds: number;
  readonly events: number;
  /** MB. */
  readonly peak: number;
  readonly digest: string;
}

/** Arguments: `parse` or `replay`, the log, MiB of records in memory, a folder for the rest. */
export const MEASURE = __filename;

async function measure([what, file = '', memory, folder = '']: readonly string[]): Promise<Measured> {
  const chunks = createReadStream(file, { highWaterMark: 2 ** 18 });
  const start = process.cpuUsage();
  const { events, digest } =
    what === 'parse' ? await parsed(chunks) : await replayed(chunks, Number(memory) * 2 ** 20, folder);
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, events, digest, peak: process.resourceUsage().maxRSS / 1e3 };
}

/** Reads and parses every line, and does nothing with it. */
async function parsed(chunks: AsyncIterable<Uint8Array>): Promise<Pick<Measured, 'events' | 'digest'>> {
  let events = 0;
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) {
      JSON.parse(line);
      events++;
    }
  }
  return { events, digest: '' };
}

async function replayed(
  chunks: AsyncIterable<Uint8Array>,
  memory: number,
  folder: string,
): Promise<Pick<Measured, 'events' | 'digest'>> {
  const asOf = parseMonth('2026-06') ?? NaN;
  const question = { chain: LIFE_CHAIN_ID, asOf, by: ['birthYear'] as const, level: null, known: {} };
  const { eventsRead, digest } = await replay(chunks, { question }, { folder, memory });
  return { events: eventsRead, digest };
}

if (require.main === module) {
  void measure(process.argv.slice(2)).then((measured) => process.stdout.write(JSON.stringify(measured)));
}
