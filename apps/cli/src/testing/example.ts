import type { AreaHierarchy, ChainBody } from '@lueckenlos/chain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningServer } from './start-server';

const FOLDER = join(__dirname, '../../../../test/examples/chain-small');

/** The worked example, whose figures are known. */
export const EXAMPLE_EVENTS = join(FOLDER, 'events.ndjson');

/** Defines its chain and areas. */
export async function defineExample(server: RunningServer): Promise<void> {
  await server.define('areas/example', read('areas.json') as AreaHierarchy);
  await server.define('chains/example', read('chain.json') as ChainBody);
}

/** What must come out for a stage at a pair of clocks: cases by status, over all birth years. */
export function expectedCounts(asOf: string, knownBefore: string, stage: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const lines = readFileSync(join(FOLDER, 'expected/drop_offs_by_birth_year.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  for (const line of lines) {
    const [month, instant, , at, status = '', n] = line.split(',');
    if (month === asOf && instant === knownBefore && at === stage)
      counts[status] = (counts[status] ?? 0) + Number(n);
  }
  return counts;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
