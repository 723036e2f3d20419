import {
  announcementsOf,
  caseFileOf,
  CompletedMonths,
  parseMonth,
  type CaseFile,
  type ChainBody,
  type FiledRecord,
  type Source,
} from '@lueckenlos/chain';
import { cellKey } from '../cell-key/cell-key';
import { perturberOf } from '../cell-key/perturb';
import { recordKey } from '../cell-key/record-key';
import { DEFAULT_PARAMETERS } from '../perturbation/parameters';
import { makePerturbationTable } from '../perturbation/perturbation-table';
import { calculateRelease, type CalculatedRelease, type ReleaseBasis } from './calculate-release';
import { cubeNamed } from './cube';
import type { TrueCell } from './true-cell';

const title = { de: 'Kette', en: 'Chain' };
const after = (months: number) => ({ rule: 'monthsAfterBirth', months }) as const;
const chain: ChainBody = {
  title,
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
      stages: [
        { id: 'birth', title, due: after(0), grace: 0 },
        { id: 'visit', title, due: after(3), grace: 1 },
      ],
    },
  ],
};
const areas = [
  { code: 'A', name: 'A', parent: null, kind: 'district' },
  { code: 'A1', name: 'A1', parent: 'A', kind: 'quarter' },
  { code: 'B', name: 'B', parent: null, kind: 'district' },
];

let position = 0;
const month = (text: string): number => parseMonth(text) ?? NaN;

type Told = readonly [kind: string, month: string, area?: string];

/** A child born in January 2020 unless told otherwise: a stage, or another kind of record, with its month. */
function child(id: string, ...told: readonly Told[]): CaseFile {
  const records = told.map(([what, at, area = null]) => {
    position += 1;
    const isStage = what === 'birth' || what === 'visit';
    return {
      kind: isStage ? 'stage-reached' : what,
      id: String(position),
      source: '/agencies/x',
      knownAt: position,
      position,
      month: month(at),
      area,
      povertyRisk: null,
      stage: isStage ? what : null,
    } as FiledRecord;
  });
  return caseFileOf([[id, records]]);
}

/** Four children; their deadline is May. */
const files = [
  child('visited', ['birth', '2020-01', 'A1'], ['visit', '2020-03']),
  child('lost', ['birth', '2020-01', 'A1']),
  child('moved', ['birth', '2020-01', 'A1'], ['moved-out', '2020-02']),
  child('relocated', ['birth', '2020-01', 'A1'], ['relocated', '2020-03', 'B'], ['visit', '2020-05']),
];
const secret = Buffer.from('secret');
const keysOf = (...ids: string[]): bigint => cellKey(ids.map((id) => recordKey(secret, id)));

const CUBES = ['drop-offs:all', 'flows:all', 'life-tables:all', 'life-tables:area@district'];
const basis: ReleaseBasis = {
  chain,
  areas,
  asOf: month('2020-08'),
  known: {},
  sources: [],
  keyOf: (id: string) => recordKey(secret, id),
  cubes: CUBES.map(cubeNamed),
};
const perturb = perturberOf(makePerturbationTable(DEFAULT_PARAMETERS));
const calculated = (changed: Partial<ReleaseBasis> = {}, of = files): Promise<CalculatedRelease> =>
  calculateRelease(of, { ...basis, ...changed }, perturb);

const cellsOf = ({ cubes }: CalculatedRelease, cube: string): readonly TrueCell[] =>
  cubes.find((one) => one.cube === cube)?.sealed ?? [];
const counts = (cells: readonly TrueCell[], stage: string): Record<string, number> =>
  Object.fromEntries(
    cells
      .filter((cell) => cell.stage === stage)
      .map(({ by, measure, value, n }) => [[...Object.values(by), measure, value].join(' '), n]),
  );

const monthly = { stages: ['visit'], rhythm: 'monthly', from: '2020-01', dueWithinMonths: 1 } as const;
/** An agency that delivers the visits each month, and has up to one. */
const delivered = (to: string): Source => ({
  agency: 'x',
  announced: announcementsOf({ deliveries: [monthly] }),
  completed: new CompletedMonths([
    {
      kind: 'delivery-completed',
      id: '1',
      knownAt: 1,
      from: month('2020-01'),
      to: month(to),
      stages: null,
      areas: null,
    },
  ]),
});

describe('a release', () => {
  it('counts at the quarters since birth who is at risk, and what comes first', async () => {
    expect(counts(cellsOf(await calculated(), 'life-tables:all'), 'visit')).toEqual({
      'at-risk 0': 4,
      // March and May are the months 2 and 4; whoever left in month 1 is at risk in it.
      'at-risk 3': 4,
      'moved-out 3': 1,
      'events 3': 1,
      'at-risk 6': 2,
      'events 6': 1,
    });
  });

  it('counts a quarter in the area known in its first month', async () => {
    expect(counts(cellsOf(await calculated(), 'life-tables:area@district'), 'visit')).toEqual({
      'A at-risk 0': 4,
      'A at-risk 3': 4,
      'A moved-out 3': 1,
      'A events 3': 1,
      'A at-risk 6': 1,
      'B at-risk 6': 1,
      'B events 6': 1,
    });
  });

  it('has no quarter that is not over, and no life table of the birth itself', async () => {
    const cells = cellsOf(await calculated({ asOf: month('2020-06') }), 'life-tables:all');
    expect(counts(cells, 'visit')).not.toHaveProperty('at-risk 6');
    expect(counts(cells, 'visit')).toHaveProperty('at-risk 3');
    expect(counts(cells, 'birth')).toEqual({});
  });

  it('gives each cell of a life table the keys of its cases', async () => {
    const cells = cellsOf(await calculated(), 'life-tables:all');
    const keyAt = (measure: string, value: string): bigint | undefined =>
      cells.find((cell) => cell.measure === measure && cell.value === value)?.key;
    expect(keyAt('at-risk', '3')).toBe(keysOf('visited', 'lost', 'moved', 'relocated'));
    expect(keyAt('at-risk', '6')).toBe(keysOf('lost', 'relocated'));
    expect(keyAt('moved-out', '3')).toBe(keysOf('moved'));
  });

  it('does not count as lost, nor a window as closed, whose source is silent', async () => {
    const before = counts(cellsOf(await calculated(), 'drop-offs:all'), 'visit');
    expect(before).toMatchObject({ 'status lost': 1, 'window closed': 3, 'window missed': 1 });
    expect(before).not.toHaveProperty('unconfirmed ');
    const silent = counts(
      cellsOf(await calculated({ sources: [delivered('2020-04')] }), 'drop-offs:all'),
      'visit',
    );
    expect(silent).toMatchObject({ 'status overdue': 1, 'unconfirmed ': 1 });
    expect(Object.keys(silent).filter((key) => key.startsWith('window') || key.includes('lost'))).toEqual([]);
    const complete = await calculated({ sources: [delivered('2020-05')] });
    expect(counts(cellsOf(complete, 'drop-offs:all'), 'visit')).toEqual(before);
  });

  it('does not tell where children went past a stage whose source is silent, but of how many', async () => {
    const flows = async (sources: readonly Source[]): Promise<Record<string, number>> =>
      counts(cellsOf(await calculated({ sources }), 'flows:all'), 'birth');
    expect(await flows([])).toEqual({ 'next visit': 2, 'next ': 2 });
    // Whoever left before the deadline has gone nowhere, whatever is delivered later.
    expect(await flows([delivered('2020-04')])).toEqual({ 'next ?': 3, 'next ': 1 });
    expect(await flows([delivered('2020-05')])).toEqual(await flows([]));
  });

  it('follows nobody in a life table into a quarter that is not delivered', async () => {
    const silent = await calculated({ sources: [delivered('2020-06')] });
    expect(counts(cellsOf(silent, 'life-tables:all'), 'visit')).toEqual({
      'at-risk 0': 4,
      'at-risk 3': 4,
      'moved-out 3': 1,
      'events 3': 1,
    });
    const complete = await calculated({ sources: [delivered('2020-07')] });
    expect(cellsOf(complete, 'life-tables:all')).toEqual(cellsOf(await calculated(), 'life-tables:all'));
  });

  it('takes only what was known, up to its position', async () => {
    const known = { upTo: 2, before: Infinity };
    const { cubes } = await calculated({ known });
    expect(counts(cubes[0]?.sealed ?? [], 'visit')).toMatchObject({ 'status reached_on_time': 1 });
    expect(counts(cubes[0]?.sealed ?? [], 'birth')).toMatchObject({ 'status reached_on_time': 1 });
    expect(await calculated({ known: { upTo: Infinity, before: 3 } })).toEqual(await calculated({ known }));
  });

  it('has the same digest in whatever order the files come, and another one under another secret', async () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      child(`c${i}`, ['birth', '2020-01', i % 2 ? 'A1' : 'B']),
    );
    const { digest } = await calculated({}, many);
    expect((await calculated({}, many.toReversed())).digest).toBe(digest);
    expect((await calculated({ keyOf: (id) => recordKey(Buffer.from('other'), id) }, many)).digest).not.toBe(
      digest,
    );
  });
});
