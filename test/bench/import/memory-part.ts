import { join } from 'node:path';
import type { BenchOptions } from '../options';
import { logMemory } from '../log/log-memory';
import { ratio, type PartReport } from '../report/figure';
import { peakDuring } from '../report/timing';
import type { BenchPostgres } from '../system/bench-database';
import { measureOn } from '../system/measure-on';
import { writeTown } from '../system/town';
import { importFile } from './import-file';

/**
 * The most memory that the process holds while it takes in a file, and one ten times as large; then while the log is read, and
 * one five times as long.
 */
export async function memoryPart(postgres: BenchPostgres, { rows }: BenchOptions): Promise<PartReport> {
  const [few, many] = [rows / 2, rows * 5];
  const small = await peakOf(postgres, few);
  const large = await peakOf(postgres, many);
  return {
    part: 'memory',
    figures: [
      { name: `peak memory, ${few} rows`, value: small, unit: 'MB' },
      { name: `peak memory, ${many} rows`, value: large, unit: 'MB' },
      ratio('  of the large file / of the small one', large / small, { atMost: 1.5 }),
      ...(await logMemory(postgres, rows)),
    ],
  };
}

async function peakOf(postgres: BenchPostgres, rows: number): Promise<number> {
  const file = await writeTown(join(postgres.folder, `memory-${rows}.ndjson`), rows);
  return measureOn(postgres, 'intake', async (client) => {
    const { peak } = await peakDuring(() => client.memory(), importFile(client, file));
    return peak / 1e6;
  });
}
