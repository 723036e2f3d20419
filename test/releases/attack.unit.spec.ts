import { caseHistory, yearOf } from '@lueckenlos/chain';
import {
  attackRelease,
  DEFAULT_PARAMETERS,
  makePerturbationTable,
  perturberOf,
  publishCells,
  type PublishedCell,
  type Verdicts,
} from '@lueckenlos/disclosure';
import { Random } from '@lueckenlos/krefeld';
import { highsSolver } from '../../apps/cli/src/attack/highs-solver';
import { example } from '../chain-small/example';
import { recordsByCase } from '../chain-small/pure-tables';
import { recount } from './recount';

jest.setTimeout(60_000);

const CUBES = [
  'drop-offs:all',
  'drop-offs:birthYear',
  'drop-offs:povertyRisk',
  'drop-offs:area@district',
  'drop-offs:birthYear+povertyRisk',
  'drop-offs:birthYear+area@district',
  'flows:all',
  'flows:birthYear',
];

const BIRTH_YEARS = [2012, 2013, 2014, 2015, 2016];

/** Small tables of the worked example, protected under a secret of the test: the children of five birth years. */
async function attacked(): Promise<Verdicts> {
  const { chain, areas } = example;
  const few = [...recordsByCase(example.lines())].filter(([, records]) => {
    const birth = caseHistory(records)?.birth ?? NaN;
    return BIRTH_YEARS.includes(yearOf(birth));
  });
  const counted = { chain, areas, asOf: '2026-06', secret: Buffer.alloc(32, 7) };
  const sealed = recount(new Map(few), counted, CUBES);
  const table = makePerturbationTable(DEFAULT_PARAMETERS);
  const cells = publishCells(sealed, perturberOf(table));
  const truths = sealed.map(({ key: _, ...cell }): PublishedCell => cell);
  const definitions = { chain, areas: areas.areas };
  const random = Random.fromKeys(1);
  return attackRelease(
    { cubes: CUBES, cells, truths, table, earlier: [], definitions },
    {
      solver: await highsSolver(),
      chance: () => random.uniform(),
      stages: ['', 'kita'],
      drift: 1,
      threshold: 5,
    },
  );
}

describe('an attack on a release, with a solver', () => {
  let verdicts: Verdicts;
  beforeAll(async () => {
    verdicts = await attacked();
  });

  it.each(['outsider', 'insider', 'totals'] as const)('by the %s pins no small count down', (scenario) => {
    expect(verdicts[scenario]).toMatchObject({ pinned: [], undecided: [], contradictions: 0 });
  });

  it('never excludes what is true: the attacker’s model is right', () => {
    expect([verdicts.outsider?.misled, verdicts.insider?.misled, verdicts.totals?.misled]).toEqual([0, 0, 0]);
    expect(verdicts.outsider?.cells).toBeGreaterThan(1_000);
  });

  it('finds most of what suppression hides, by adding and subtracting alone', () => {
    const { cells = 0, pinned = [] } = verdicts.suppression ?? {};
    expect(cells).toBeGreaterThan(100);
    expect(pinned.length / cells).toBeGreaterThan(0.5);
  });
});
