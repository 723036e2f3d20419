import { DIMENSIONS, MEASURES, parseMonth } from '@lueckenlos/chain';
import type { MemoryEventStore } from '@lueckenlos/event-store';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import type { TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffRows, scopeCounts } from '../drop-offs/drop-offs';
import { flowRows } from '../flows/flows';
import type { FigureQuery } from '../query/figure-query';
import { logOf, logUpTo, replay } from '../testing/replays';
import { areasDefined, chainDefined, partnerEvent, type PartnerEvent } from '../testing/stored-events';
import { readFigure } from './figure';

jest.setTimeout(120_000);

const definitions = [
  chainDefined(LIFE_CHAIN_ID, LIFE_CHAIN),
  ...KREFELD_AREAS.map((edition) => areasDefined(AREAS_ID, edition)),
];
const events = [...synthesise({ cases: 30, births: { from: 2014, to: 2016 }, until: '2025-12', seed: 11 })];
const subjects = [...new Set(events.map(({ subject }) => subject))];

/** Every other child is delivered under a second pseudonym now and then, before and after the first. */
const other = (subject: string): string => `${subject}-again`;
const isSplit = (subject: string): boolean => subjects.indexOf(subject) % 2 === 0;
const split = events.map((event, i): PartnerEvent =>
  isSplit(event.subject) && i % 3 === 0 ? { ...event, subject: other(event.subject) } : event,
);

const LINKED = '2020-06-15T10:00:00.000Z';
const UNLINKED = '2023-02-01T10:00:00.000Z';
const link = (kind: string, knownat: string): PartnerEvent[] =>
  subjects.filter(isSplit).map((subject) => ({
    id: `${kind} ${subject}`,
    source: '/agencies/youth-office',
    type: `lueckenlos.${kind}.v1`,
    // Either of the two may be named first.
    subject: subjects.indexOf(subject) % 4 === 0 ? subject : other(subject),
    knownat,
    data: { other: subjects.indexOf(subject) % 4 === 0 ? other(subject) : subject },
  }));

const logOfEvents = (events: readonly PartnerEvent[]): Promise<MemoryEventStore> =>
  logOf([...definitions, ...events.map(partnerEvent)]);

interface State {
  readonly knownBefore?: string;
  readonly upTo?: number;
}

async function tables({ pool }: TestDatabase, { knownBefore, ...upTo }: State = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const asOf of ['2017-08', '2021-03', '2025-12']) {
    const month = parseMonth(asOf) ?? NaN;
    for (const dimension of DIMENSIONS) {
      const query: FigureQuery = {
        chain: LIFE_CHAIN_ID,
        asOf: month,
        knownBefore: knownBefore === undefined ? null : new Date(knownBefore),
        ...upTo,
        by: ['birthYear', 'area', 'povertyRisk'],
        filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
        level: null,
        boundaries: month,
        dimension,
        minPosition: null,
      };
      const figure = await readFigure(pool, query, MEASURES);
      found.push([asOf, dimension, scopeCounts(figure), dropOffRows(figure), flowRows(figure)]);
    }
  }
  return found;
}

describe('children under two pseudonyms that are linked later', () => {
  let whole: TestDatabase;
  let apart: TestDatabase;

  beforeAll(async () => {
    [whole, apart] = [await replay(await logOfEvents(events)), await replay(await logOfEvents(split))];
  });
  afterAll(async () => {
    await whole.drop();
    await apart.drop();
  });

  it('count otherwise before anybody knows', async () => {
    expect(await tables(apart)).not.toEqual(await tables(whole));
  });

  it.each(['first', 'amid the records', 'last'])(
    'are one at every pair of clocks from the known instant of the link on, and two before (links come %s)',
    async (when) => {
      const place = { first: 0, 'amid the records': split.length >> 1 }[when] ?? split.length;
      const links = link('cases-linked', LINKED);
      const log = [...split.slice(0, place), ...links, ...split.slice(place)];
      const linked = await replay(await logOfEvents(log));
      try {
        expect(await tables(linked)).toEqual(await tables(whole));
        for (const knownBefore of [LINKED, '2018-01-01T00:00:00.000Z']) {
          expect(await tables(linked, { knownBefore })).toEqual(await tables(apart, { knownBefore }));
        }
        for (const knownBefore of ['2020-06-15T10:00:00.001Z', '2022-07-01T00:00:00.000Z']) {
          expect(await tables(linked, { knownBefore })).toEqual(await tables(whole, { knownBefore }));
        }
      } finally {
        await linked.drop();
      }
    },
  );

  it('are two again when the link is taken back, and were one in between', async () => {
    const log = [...link('cases-linked', LINKED), ...split, ...link('cases-unlinked', UNLINKED)];
    const unlinked = await replay(await logOfEvents(log));
    try {
      expect(await tables(unlinked)).toEqual(await tables(apart));
      const between = { knownBefore: UNLINKED };
      expect(await tables(unlinked, between)).toEqual(await tables(whole, between));
      const before = { knownBefore: LINKED };
      expect(await tables(unlinked, before)).toEqual(await tables(apart, before));
    } finally {
      await unlinked.drop();
    }
  });

  it('were at a position of the log what the log said up to there', async () => {
    const log = await logOfEvents([
      ...split,
      ...link('cases-linked', LINKED),
      ...link('cases-unlinked', UNLINKED),
    ]);
    const all = await replay(log);
    const [head, links] = [Number(await log.head()), subjects.filter(isSplit).length];
    try {
      for (const upTo of [head >> 1, head - 2 * links, head - links]) {
        const fresh = await replay(await logUpTo(log, upTo));
        expect(await tables(all, { upTo })).toEqual(await tables(fresh));
        await fresh.drop();
      }
    } finally {
      await all.drop();
    }
  });
});
