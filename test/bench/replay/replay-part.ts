import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../options';
import { ratio, type PartReport } from '../report/figure';
import { median, mustEqual } from '../report/timing';
import { MEASURE, type Measured } from './measure';
import { writeLog } from './town-log';

const TYPESCRIPT = join(__dirname, '..', '..', 'setup', 'typescript.cjs');
/** MiB of records in memory: all of them, and next to none. */
const [ALL, FEW] = [4_096, 8];

/** A replay of a log against reading and parsing its lines, in turn; with all in memory, and with nearly all in files. */
export async function replayPart(
  folder: string,
  town: string,
  { rounds }: BenchOptions,
): Promise<PartReport> {
  const log = join(folder, 'log.ndjson');
  await writeLog(town, log);
  const run = async (what: 'parse' | 'replay', memory: number): Promise<Measured> => {
    const args = ['-r', TYPESCRIPT, MEASURE, what, log, String(memory), join(folder, 'spilled')];
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout) as Measured;
  };
  const [parsed, whole, spilled]: Measured[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    parsed?.push(await run('parse', 0));
    whole?.push(await run('replay', ALL));
    spilled?.push(await run('replay', FEW));
  }
  const all = [...(whole ?? []), ...(spilled ?? [])];
  mustEqual('events read', new Set(all.map(({ events }) => events)).size, 1);
  mustEqual('events read', all[0]?.events, parsed?.[0]?.events);
  mustEqual('digests of the rows', new Set(all.map(({ digest }) => digest)).size, 1);
  const seconds = (measured: readonly Measured[] = []): number => median(measured.map((one) => one.seconds));
  const peak = (measured: readonly Measured[] = []): number => Math.max(...measured.map((one) => one.peak));
  const rate = (measured?: readonly Measured[]): number => (all[0]?.events ?? NaN) / seconds(measured);
  return {
    part: 'replay',
    figures: [
      { name: 'reading and parsing', value: rate(parsed), unit: 'events/s' },
      { name: 'replay, all records in memory', value: rate(whole), unit: 'events/s' },
      ratio('  of reading and parsing', seconds(parsed) / seconds(whole), { atLeast: 0.35 }),
      { name: `replay, ${FEW} MiB of records in memory`, value: rate(spilled), unit: 'events/s' },
      ratio('  of reading and parsing', seconds(parsed) / seconds(spilled)),
      { name: 'peak memory of it', value: peak(spilled), unit: 'MB' },
      { name: 'peak memory, all in memory', value: peak(whole), unit: 'MB' },
    ],
  };
}
