import type { StoredEvent } from '@lueckenlos/event-store';
import { dropOffs } from '../drop-offs/drop-offs.projection';
import { replayParked } from '../runner/parked';
import type { Projection } from '../runner/projection';
import { ProjectionError } from '../runner/projection-error';
import { randomOf } from '../testing';
import { breaking } from '../testing/breaking';
import { readCases, readCube, type Cube } from '../testing/cube';
import { appendDeliveries, randomPopulation } from '../testing/population';
import { openWorkbench, type Workbench } from '../testing/workbench';

jest.setTimeout(30_000);

const history = randomPopulation(randomOf(20_260_304), 40);

/** The read model, unable to apply certain events until it is mended. */
function broken(refuses: (event: StoredEvent) => boolean): Projection & { mended: boolean } {
  let mended = false;
  const check = (events: readonly StoredEvent[]): void => {
    if (!mended && events.some(refuses)) throw new ProjectionError('cannot be applied');
  };
  return {
    ...breaking(dropOffs, check),
    get mended() {
      return mended;
    },
    set mended(value) {
      mended = value;
    },
  };
}

describe('a family with a parked event', () => {
  let bench: Workbench;

  beforeEach(async () => {
    bench = await openWorkbench();
    await appendDeliveries(bench.store, history);
  });
  afterEach(() => bench.close());

  const figures = async (version: number): Promise<[Cube, unknown]> => [
    await readCube(bench.pool, version),
    await readCases(bench.pool, version),
  ];

  it.each([
    ['a record', ({ type }: StoredEvent) => type === 'lueckenlos.moved-in.v1'],
    ['a link', ({ type }: StoredEvent) => type === 'lueckenlos.cases-linked.v1'],
  ])('waits only where it stands, for %s; a replay gives what would have come of it', async (_, refuses) => {
    const projection = broken(refuses);
    await bench.runner(projection, { pageSize: 20, stretchBytes: 1 }).catchUp();
    const parked = await bench.parked();
    const streams = new Set(parked.filter(({ behind }) => !behind).map(({ stream }) => stream));
    expect(streams.size).toBeGreaterThan(1);
    expect(parked.filter(({ stream }) => !streams.has(stream))).toEqual([]);

    projection.mended = true;
    const replayed = await replayParked({ pool: bench.pool, store: bench.store, projection });
    expect(replayed).toEqual({ replayed: parked.length, stillParked: 0 });
    const mended = await figures(1);
    await bench.forget(dropOffs);
    await bench.runner(dropOffs).catchUp();
    expect(mended).toEqual(await figures(1));
  });
});
