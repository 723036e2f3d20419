import {
  caseFileOf,
  components,
  historiesOf,
  parseMonth,
  schedulerFor,
  crossSection,
  type ChainBody,
  type FiledDelivery,
} from '@lueckenlos/chain';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AREAS, CHAIN, fact, logLines, readLines, type Told } from '../testing/log-lines';
import { FigureCount } from './figures/count-figures';

const folder = mkdtempSync(join(tmpdir(), 'spilling-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CASES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const MONTHS = ['2020-01', '2020-02', '2020-08', '2021-01', '2021-06'];
const KNOWN = ['2020-01-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'];
const asOf = parseMonth('2021-08') ?? 0;

const subject = fc.constantFrom(...CASES);
const knownAt = fc.constantFrom(...KNOWN);
const facts = fc
  .record({
    subject,
    month: fc.constantFrom(...MONTHS),
    stage: fc.constantFrom('birth', 'u5', 'kita'),
    area: fc.constantFrom('d1', 'd2', null),
    knownAt,
  })
  .map(({ subject: one, month, knownAt: known, ...more }) => (i: number): Told => ({
    ...fact(one, `r${i}`, month, more),
    knownAt: known,
  }));
const links = fc
  .record({
    subject,
    other: subject,
    kind: fc.constantFrom('cases-linked', 'cases-linked', 'cases-unlinked'),
    knownAt,
  })
  .filter((link) => link.subject !== link.other)
  .map(({ kind, other, ...more }) => (i: number): Told => ({
    type: `lueckenlos.${kind}.v1`,
    id: `l${i}`,
    data: { other },
    ...more,
  }));
const logs = fc
  .array(fc.oneof({ weight: 5, arbitrary: facts }, { weight: 1, arbitrary: links }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((told) => logLines([AREAS, CHAIN, ...told.map((one, i) => one(i))]));

/** Counts statuses child by child, with everything in one place. */
function statuses(lines: readonly string[], before: number): Record<string, number> {
  const files = new Map<string, FiledDelivery[]>();
  const pairs: [string, string][] = [];
  for (const line of lines.slice(2)) {
    const {
      subject: one,
      data,
      type,
      id,
      knownAt: known,
      position,
    } = JSON.parse(line) as Record<string, string> & { data: Record<string, string | null> };
    const kind = String(type).replace(/^lueckenlos\.|\.v1$/g, '');
    const base = {
      kind,
      source: '/agencies/a',
      id,
      knownAt: Date.parse(String(known)),
      position: Number(position),
    };
    const { occurredOn, ...rest } = data;
    const delivery = {
      ...base,
      ...rest,
      month: parseMonth(String(occurredOn)),
      povertyRisk: null,
      caseId: one,
    };
    if (data['other']) pairs.push([String(one), data['other']]);
    files.set(String(one), [...(files.get(String(one)) ?? []), delivery as unknown as FiledDelivery]);
  }
  const scheduler = schedulerFor(CHAIN.data as unknown as ChainBody);
  const counts: Record<string, number> = {};
  for (const family of components(files.keys(), pairs)) {
    const file = caseFileOf(family.map((one) => [one, files.get(one) ?? []]));
    for (const history of historiesOf(file, { before })) {
      for (const { measure, stage, value } of crossSection(history, scheduler, asOf, 'last')?.observations ??
        []) {
        if (measure === 'status') counts[`${stage} ${value}`] = (counts[`${stage} ${value}`] ?? 0) + 1;
      }
    }
  }
  return counts;
}

async function replayed(
  lines: readonly string[],
  before: number,
  memory: number,
): Promise<Record<string, number>> {
  const log = await readLines(lines, { memory, folder: mkdtempSync(join(folder, 'replay-')) });
  const known = { before };
  const count = new FigureCount(log, { chain: 'small', asOf, by: [], level: null, known });
  await log.fold(known, (child) => count.add(child));
  const counts: Record<string, number> = {};
  for (const { stage, counts: found } of count.figures().rows)
    for (const [status, n] of Object.entries(found)) counts[`${stage} ${status}`] = n;
  return counts;
}

describe('a replay', () => {
  it('counts what the pure fold of everything at once counts, with families in memory, in files, and in files of files', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.constantFrom(Infinity, Date.parse('2021-06-01')), async (lines, before) => {
        const expected = statuses(lines, before);
        for (const memory of [2 ** 26, 2_048, 600])
          expect(await replayed(lines, before, memory)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('events that are missing between two pieces of a case', () => {
  it('are noticed when the pieces are put together', async () => {
    const lines = logLines(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => fact('one', id, '2020-01')));
    // Positions with gaps, as on EventStoreDB: they say nothing of the missing event.
    const spread = lines.map((line) => line.replace(/"position":"(\d)"/, '"position":"10$1"'));
    const log = await readLines(spread.toSpliced(3, 1), {
      memory: 300,
      folder: mkdtempSync(join(folder, 'gap-')),
    });
    await expect(log.fold({}, () => undefined)).rejects.toMatchObject({
      code: 'replay.stream-gap',
      params: { position: 105, revision: 4, expected: 3 },
    });
  });
});
