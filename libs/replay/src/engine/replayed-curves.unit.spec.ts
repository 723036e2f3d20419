import { parseMonth } from '@lueckenlos/chain';
import { wholeRequest, type Filters } from '@lueckenlos/figures/counting';
import { AREAS, CHAIN, fact, logLines, type Told } from '../testing/log-lines';
import type { CurvesQuestion } from './question';
import { replayCurves, type CurvesReplay } from './replay-curves';

// Of two children one reaches kita after 16 months, the other one is followed to the end, for 23 months.
const TOLD: Told[] = [
  AREAS,
  CHAIN,
  fact('one', 'b1', '2020-01'),
  fact('two', 'b2', '2020-02', { area: 'd2' }),
  fact('two', 'k2', '2021-06', { stage: 'kita', area: 'd2' }),
];
const CALENDAR: Told = {
  type: 'lueckenlos.delivery-calendar-defined.v1',
  stream: 'deliveries-a',
  data: {
    agency: 'a',
    deliveries: [{ stages: ['kita'], rhythm: 'monthly', from: '2021-06', dueWithinMonths: 1 }],
  },
};
const NO_FILTER: Filters = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };

function curves(asked: Partial<CurvesQuestion> = {}, log: readonly Told[] = TOLD): Promise<CurvesReplay> {
  const question: CurvesQuestion = {
    ...{ chain: 'small', asOf: parseMonth('2021-12') ?? 0, by: [], level: null, known: {} },
    ...{ filters: NO_FILTER, request: wholeRequest({ stage: 'kita' }) },
    ...asked,
  };
  return replayCurves([`${logLines(log).join('\n')}\n`], question, { folder: '/nowhere', memory: 2 ** 20 });
}

const pointsOf = ({ strata }: CurvesReplay): object[][] =>
  strata.map(({ points }) =>
    points.map(({ t, atRisk, events, estimate }) => ({ t, atRisk, events, estimate })),
  );

describe('curves that are replayed', () => {
  it('follow children from month to month', async () => {
    const replayed = await curves();
    expect(pointsOf(replayed)).toEqual([
      [
        { t: 0, atRisk: 2, events: 0, estimate: 0 },
        { t: 16, atRisk: 2, events: 1, estimate: 0.5 },
        { t: 23, atRisk: 1, events: 0, estimate: 0.5 },
      ],
    ]);
    expect(replayed).toMatchObject({ position: '5', eventsRead: 5 });
    expect(replayed.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('take breakdowns, a filter by area with all that lies in it, and earlier knowledge', async () => {
    const byArea = await curves({ by: ['area'], level: 'district' });
    expect(byArea.strata.map(({ key, points }) => [key, points.at(-1)?.estimate])).toEqual([
      [{ area: 'd1' }, 0],
      [{ area: 'd2' }, 1],
    ]);
    const inTown = await curves({ filters: { ...NO_FILTER, area: ['town'] } });
    expect(pointsOf(inTown)).toEqual(pointsOf(await curves()));
    const inD1 = await curves({ filters: { ...NO_FILTER, area: ['d1'] } });
    expect(pointsOf(inD1)).toEqual([
      [
        { t: 0, atRisk: 1, events: 0, estimate: 0 },
        { t: 23, atRisk: 1, events: 0, estimate: 0 },
      ],
    ]);
    const before = await curves({ known: { upTo: 4 } });
    expect(pointsOf(before)[0]).toEqual([
      { t: 0, atRisk: 2, events: 0, estimate: 0 },
      { t: 22, atRisk: 2, events: 0, estimate: 0 },
      { t: 23, atRisk: 1, events: 0, estimate: 0 },
    ]);
  });

  it('go no further than sources have delivered', async () => {
    const { strata } = await curves({}, [...TOLD, CALENDAR]);
    // Through May 2021 nobody can say who reached kita later: 16 and 15 months.
    expect(strata).toMatchObject([
      {
        deliveredThrough: '2021-05',
        points: [{ t: 0 }, { t: 15, atRisk: 2, censored: 1 }, { t: 16, atRisk: 1, censored: 1 }],
      },
    ]);
  });

  it('are refused for stages and areas that the log does not define', async () => {
    const stages = (stage: string, from: string) => curves({ request: wholeRequest({ stage, from }) });
    await expect(stages('school', 'birth')).rejects.toMatchObject({
      code: 'replay.unknown-stage',
      params: { stage: 'school', known: 'birth, u5, kita' },
    });
    await expect(stages('u5', 'kita')).rejects.toMatchObject({ code: 'replay.stages-out-of-order' });
    await expect(curves({ filters: { ...NO_FILTER, area: ['d9'] } })).rejects.toMatchObject({
      code: 'replay.unknown-area',
      params: { area: 'd9', month: '2021-12' },
    });
  });
});
