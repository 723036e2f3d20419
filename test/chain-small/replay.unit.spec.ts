import { parseMonth } from '@lueckenlos/chain';
import { replay, type Replay } from '@lueckenlos/replay/engine';
import type { Breakdown } from '@lueckenlos/figures/counting';
import { clocks, example, expectedTable, type Clocks, type Table } from './example';
import { withoutRepeats } from './stored-events';

/** The log that the intake writes of the example. */
function logOfExample(): string[] {
  const defined = (stream: string, type: string, data: object): object => ({
    source: '/lueckenlos',
    stream,
    type,
    data,
  });
  const definitions = [
    defined('areas-example', 'lueckenlos.areas-defined.v1', { municipality: 'example', ...example.areas }),
    defined('chain-example', 'lueckenlos.chain-defined.v1', { chain: 'example', ...example.chain }),
  ];
  const revisions = new Map<string, number>();
  const records = withoutRepeats(example.lines()).map((line) => {
    const { knownat, ...event } = JSON.parse(line) as { knownat: string; subject: string };
    return { ...event, stream: `case-${event.subject}`, knownAt: knownat };
  });
  return [...definitions, ...records].map((event, i) => {
    const { stream } = event as { stream: string };
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return JSON.stringify({
      knownAt: '2026-07-01T00:00:00Z',
      ...event,
      position: `${i + 1}`,
      revision: `${revision}`,
    });
  });
}

const LOG = logOfExample();

function replayed({ asOf, knownBefore }: Clocks, by: Breakdown[]): Promise<Replay> {
  const known = { before: Date.parse(knownBefore) };
  const question = { chain: 'example', asOf: parseMonth(asOf) ?? NaN, by, level: null, known };
  return replay([LOG.join('\n')], { question }, { folder: '/nowhere', memory: 2 ** 28 });
}

function statuses({ rows }: Replay, by: readonly Breakdown[]): Table {
  return new Map(
    rows.flatMap((row) =>
      Object.entries(row.counts).map(([status, n]) => [
        [...by.map((one) => row[one]), row.stage, status].join(','),
        n,
      ]),
    ),
  );
}

describe('the worked example, replayed from its log', () => {
  it.each(clocks())('gives drop-offs, flows and scope as of $asOf, known before $knownBefore', async (at) => {
    const figures = await replayed(at, ['birthYear']);
    expect(statuses(figures, ['birthYear'])).toEqual(expectedTable('drop_offs_by_birth_year', at));
    const flows = figures.flows.map(
      ({ birthYear, from, to, count }) => [`${birthYear},${from},${to ?? '(none yet)'}`, count] as const,
    );
    expect(new Map(flows)).toEqual(expectedTable('flows_by_birth_year', at));
    expect(new Map(Object.entries(figures.scope).filter(([, n]) => n > 0))).toEqual(
      expectedTable('scope', at),
    );
  });

  it('gives them by birth year and poverty risk', async () => {
    for (const at of clocks().slice(-1)) {
      const by: Breakdown[] = ['birthYear', 'povertyRisk'];
      expect(statuses(await replayed(at, by), by)).toEqual(
        expectedTable('drop_offs_by_birth_year_and_poverty_risk', at),
      );
    }
  });
});
