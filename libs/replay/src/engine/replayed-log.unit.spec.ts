import { parseMonth } from '@lueckenlos/chain';
import { AREAS, CHAIN, fact, logLines, readLines } from '../testing/log-lines';
import type { ReplayFault } from './fault';
import { FigureCount, type ReplayedFigures } from './figures/count-figures';
import type { ReplayQuestion } from './question';
import { ReplayedLog } from './replayed-log';

const LOG = logLines([
  AREAS,
  CHAIN,
  fact('one', 'b1', '2020-01'),
  fact('two', 'b2', '2020-02', { area: 'd2' }),
  fact('one', 'k1', '2020-06', { stage: 'u5' }),
  fact('two', 'k2', '2021-06', { stage: 'kita', area: 'd2' }),
]);

const question: ReplayQuestion = {
  chain: 'small',
  asOf: parseMonth('2021-12') ?? 0,
  by: [],
  level: null,
  known: {},
};

async function figuresOf(log: ReplayedLog, asked: Partial<ReplayQuestion> = {}): Promise<ReplayedFigures> {
  const whole = { ...question, ...asked };
  const count = new FigureCount(log, whole);
  await log.fold(whole.known, (child) => count.add(child));
  return count.figures();
}

const faultOf = async (reading: Promise<unknown>): Promise<ReplayFault> => {
  try {
    await reading;
  } catch (error) {
    return error as ReplayFault;
  }
  throw new Error('nothing was wrong');
};

/** The lines with one of them replaced, counted from 1. */
const withLine = (at: number, change: (line: string) => string): string[] =>
  LOG.map((line, i) => (i === at - 1 ? change(line) : line));

describe('a log that is replayed', () => {
  it('gives drop-offs, scope and flows', async () => {
    const { rows, scope, flows } = await figuresOf(await readLines(LOG));
    expect(scope).toMatchObject({ present: 2, no_birth_known: 0 });
    expect(rows.map(({ stage, counts }) => [stage, counts])).toEqual([
      ['birth', { reached_on_time: 2 }],
      ['u5', { reached_on_time: 1, skipped: 1 }],
      ['kita', { recovered: 1, lost: 1 }],
    ]);
    expect(flows).toEqual([
      { from: 'birth', to: 'u5', count: 1 },
      { from: 'birth', to: 'kita', count: 1 },
      { from: 'u5', to: null, count: 1 },
      { from: 'kita', to: null, count: 1 },
    ]);
  });

  it('gives them by area level and up to a position', async () => {
    const log = await readLines(LOG);
    const { rows } = await figuresOf(log, { by: ['area'], level: 'district', known: { upTo: 5 } });
    const kita = rows.filter(({ stage }) => stage === 'kita');
    expect(kita).toMatchObject([
      { area: 'd1', counts: { lost: 1 } },
      { area: 'd2', counts: { lost: 1 } },
    ]);
  });

  it('is the same in whatever pieces it comes, without a line end at its end, and with two-byte letters cut', async () => {
    const lines = [
      ...LOG,
      ...logLines([fact('ü', 'x', '2020-01')]).map((line) => renumbered(line, LOG.length + 1)),
    ];
    const bytes = Buffer.from(lines.join('\n'));
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const log = await ReplayedLog.read(pieces, { folder: '/nowhere', memory: 2 ** 20 });
    expect((await figuresOf(log)).scope).toMatchObject({ present: 3 });
    expect(log).toMatchObject({ events: 7, position: 7 });
  });
});

describe('a log that is broken', () => {
  const cases: [string, string, string[], object][] = [
    ['lacks a line', 'replay.gap', LOG.filter((_, i) => i !== 3), { line: 4, expected: 4, position: 5 }],
    [
      'has a line twice',
      'replay.out-of-order',
      LOG.toSpliced(3, 0, LOG[2] ?? ''),
      { line: 4, position: 3, before: 3 },
    ],
    ['lacks its beginning', 'replay.stream-gap', LOG.slice(4), { position: 5, revision: 1, expected: 0 }],
    ['has a line that is cut', 'replay.broken-line', withLine(4, (line) => line.slice(0, -5)), { line: 4 }],
    [
      'has a line without a place',
      'replay.broken-line',
      withLine(4, () => '{"type":"x","data":{},"stream":"y"}'),
      { line: 4, reason: 'position' },
    ],
    [
      'has a month that is none',
      'replay.unreadable-event',
      withLine(4, (line) => line.replace('2020-02', '2020-20')),
      { line: 4, position: 4 },
    ],
    [
      'has a line of one case in the stream of another',
      'replay.other-stream',
      withLine(4, (line) => line.replace('"subject":"two"', '"subject":"one"')),
      { line: 4, position: 4 },
    ],
  ];

  it.each(cases)('because it %s is named with its place', async (_, code, lines, params) => {
    const fault = await faultOf(readLines(lines));
    expect([fault.code, fault.params]).toEqual([code, expect.objectContaining(params)]);
  });

  it('is named so where a stream has two events in the wrong order, though positions count on', async () => {
    const moved = [renumbered(LOG[4] ?? '', 3), LOG[3] ?? '', renumbered(LOG[2] ?? '', 5), LOG[5] ?? ''];
    const fault = await faultOf(readLines([...LOG.slice(0, 2), ...moved]));
    expect(fault.params).toEqual({ position: 3, revision: 1, expected: 0 });
  });

  it('is named so where positions have gaps, as on EventStoreDB, and an event of a case is missing', async () => {
    const log = logLines([
      CHAIN,
      fact('one', 'a', '2020-01'),
      fact('one', 'b', '2020-02'),
      fact('one', 'c', '2020-03'),
    ]);
    const spread = log.map((line, i) => renumbered(line, 100 + 7 * i));
    expect((await readLines(spread)).events).toBe(4);
    expect((await faultOf(readLines(spread.toSpliced(2, 1)))).code).toBe('replay.stream-gap');
  });

  it('is named so where positions have gaps and a definition is missing', async () => {
    const log = logLines([CHAIN, CHAIN, fact('one', 'a', '2020-01')]).map((line, i) =>
      renumbered(line, 9 * (i + 1)),
    );
    expect((await readLines(log)).events).toBe(3);
    const fault = await faultOf(readLines(log.toSpliced(0, 1)));
    expect([fault.code, fault.params]).toEqual([
      'replay.stream-gap',
      { position: 18, revision: 1, expected: 0 },
    ]);
  });

  it('has an answer neither beyond its end nor for what it does not define', async () => {
    expect((await faultOf(readLines(LOG, { upTo: 9 }))).params).toEqual({ wanted: 9, last: 6 });
    const log = await readLines(LOG);
    const unknown = await faultOf(figuresOf(log, { chain: 'other' }));
    expect([unknown.code, unknown.params]).toEqual([
      'replay.chain-not-defined',
      { chain: 'other', position: 2, known: 'small' },
    ]);
    expect((await faultOf(figuresOf(log, { known: { upTo: 1 } }))).params).toMatchObject({
      chain: 'small',
      known: '–',
    });
    const version = await faultOf(figuresOf(log, { chainVersion: 7 }));
    expect([version.code, version.params]).toEqual([
      'replay.unknown-chain-version',
      { chain: 'small', version: 7, known: '1' },
    ]);
    expect((await faultOf(figuresOf(log, { level: 'street' }))).params).toMatchObject({
      known: 'town, district',
    });
  });
});

function renumbered(line: string, position: number): string {
  return JSON.stringify({ ...(JSON.parse(line) as object), position: String(position) });
}
