import { until } from '@lueckenlos/platform/testing';
import { dropOffs } from '../drop-offs/drop-offs.projection';
import type { Projection } from '../runner/projection';
import type { ProjectionRunner } from '../runner/projection-runner';
import { startRebuild } from '../runner/versions';
import { randomOf, type Chance } from './chance';
import { crashing } from './crashes';
import { readCases, readCube, readDeadlines, type Cube } from './cube';
import { readCurves, type Curves } from './curves';
import { appendDeliveries, randomPopulation, type Delivery } from './population';
import { openWorkbench, type Workbench } from './workbench';

export interface Rounds {
  readonly rounds: number;
  readonly seed: number;
}

export interface Contents {
  readonly cube: Cube;
  readonly curves: Curves;
  readonly deadlines: Cube;
  readonly cases: [string, string[]][];
}

/** What a read model that had to live through something says, and one built at leisure from the same log. */
export interface Comparison {
  readonly seed: number;
  readonly lived: Contents;
  readonly rebuilt: Contents;
  /** How often a connection was cut. */
  readonly cuts: number;
}

/** Pages of any size over any history, against a rebuild. Each round has a log of its own. */
export async function* cubeRounds({ rounds, seed }: Rounds): AsyncGenerator<Comparison> {
  for (let round = 0; round < rounds; round++) {
    const chance = randomOf(seed + round);
    yield* onWorkbench(async (bench) => {
      for (const part of parts(chance, randomPopulation(chance, 5 + chance(60)))) {
        await appendDeliveries(bench.store, part);
        await anyRunner(bench, chance).catchUp();
      }
      return { seed: seed + round, cuts: 0, ...(await againstRebuild(bench, chance)) };
    });
  }
}

/** Connections cut at random moments while events keep coming, against a rebuild. */
export async function* crashRounds({ rounds, seed }: Rounds): AsyncGenerator<Comparison> {
  for (let round = 0; round < rounds; round++) {
    const chance = randomOf(seed + round);
    yield* onWorkbench(async (bench) => {
      const projection = crashing(dropOffs, bench.otherProcess().pool, chance);
      const limits = { pageSize: 1 + chance(40), stretchBytes: 1 + chance(20_000) };
      const runner = bench.runner(projection, { ...limits, pollMs: 1 });
      await runWhile(runner, async () => {
        for (const part of parts(chance, randomPopulation(chance, 5 + chance(40)))) {
          await appendDeliveries(bench.store, part);
        }
        await until(() => isAtHead(bench), { what: 'the read model', timeoutMs: 60_000 });
      });
      return { seed: seed + round, cuts: projection.cuts, ...(await againstRebuild(bench, chance)) };
    });
  }
}

async function* onWorkbench(work: (bench: Workbench) => Promise<Comparison>): AsyncGenerator<Comparison> {
  const bench = await openWorkbench();
  try {
    yield await work(bench);
  } finally {
    await bench.close();
  }
}

/** Pages and stretches of any size, or page by page. */
function anyRunner(bench: Workbench, chance: Chance): ProjectionRunner {
  const limits = { pageSize: 1 + chance(80), stretchBytes: 1 + chance(50_000) };
  return bench.runner(chance(3) === 0 ? pageByPage(dropOffs) : dropOffs, limits);
}

/** The same read model without its shorter way through much of the log. */
export function pageByPage(projection: Projection): Projection {
  const { name, code, tables } = projection;
  return { name, code, tables, apply: (events, tx) => projection.apply(events, tx) };
}

async function againstRebuild(
  bench: Workbench,
  chance: Chance,
): Promise<Pick<Comparison, 'lived' | 'rebuilt'>> {
  const parked = await bench.parked();
  if (parked.length > 0) throw new Error(`parked: ${JSON.stringify(parked)}`);
  const { version } = await startRebuild(bench.pool, dropOffs);
  await (
    chance(2) === 0 ? bench.runner(dropOffs, { pageSize: 1_000_000 }) : anyRunner(bench, chance)
  ).catchUp();
  return { lived: await contents(bench, 1), rebuilt: await contents(bench, version) };
}

async function contents({ pool }: Workbench, version: number): Promise<Contents> {
  return {
    cube: await readCube(pool, version),
    curves: await readCurves(pool, version),
    deadlines: await readDeadlines(pool, version),
    cases: await readCases(pool, version),
  };
}

async function isAtHead(bench: Workbench): Promise<boolean> {
  const [live] = await bench.versions(dropOffs.name);
  return live?.position === String(await bench.store.head());
}

/** Runs until the work is done. */
export async function runWhile(runner: ProjectionRunner, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const running = runner.run(stop.signal);
  try {
    await work();
  } finally {
    stop.abort();
    await running;
  }
}

function parts(chance: Chance, deliveries: readonly Delivery[]): Delivery[][] {
  const cuts = Array.from({ length: chance(4) }, () => chance(deliveries.length)).sort((a, b) => a - b);
  return [...cuts, deliveries.length].map((end, i) => deliveries.slice(cuts[i - 1] ?? 0, end));
}
