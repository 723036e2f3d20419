import { parseMonth } from '@lueckenlos/chain';
import { synthesise } from '../stream/synthesise';
import { PLANTED_GAP } from './planted-gap';

interface Told {
  birth: number;
  area: string;
  poor: boolean;
  entered: boolean;
}

/** Counts what the records say, as a coordinator's table would, slips and moves included. */
function told(): Told[] {
  const children = new Map<string, Told>();
  for (const { subject, type, data } of synthesise({
    births: { from: 2014, to: 2019 },
    until: '2026-10',
    seed: 9,
  })) {
    if (type !== 'lueckenlos.stage-reached.v1' || !('stage' in data)) continue;
    const child = children.get(subject);
    if (data.stage === 'kita' && child) child.entered = true;
    if (data.stage !== 'birth' || data.area === null || data.povertyRisk === null) continue;
    const birth = parseMonth(data.occurredOn) ?? NaN;
    children.set(subject, { birth, area: data.area, poor: data.povertyRisk, entered: false });
  }
  return [...children.values()];
}

function entered(children: readonly Told[]): number {
  return children.filter((child) => child.entered).length / children.length;
}

describe('the planted gap', () => {
  const children = told();
  const inGap = (area: string) => PLANTED_GAP.stadtteile.some((code) => code === area);
  const since = ({ birth }: Told) => birth >= PLANTED_GAP.bornSince;
  const poor = children.filter((child) => child.poor);
  const poorThere = poor.filter((child) => inGap(child.area));
  const elsewhere = entered(poor.filter((child) => !inGap(child.area) && since(child)));

  it.each(PLANTED_GAP.stadtteile)('is seen in Stadtteil %s among poor children born since 2016', (code) => {
    const there = poor.filter((child) => child.area === code && since(child));
    expect(there.length).toBeGreaterThan(50);
    // Far beyond what 99.8 % limits of a funnel plot allow for so many children.
    expect(entered(there)).toBeLessThan(
      elsewhere - 3.09 * Math.sqrt((elsewhere * (1 - elsewhere)) / there.length),
    );
  });

  it('is a fifth of the group and more', () => {
    expect(elsewhere - entered(poorThere.filter(since))).toBeGreaterThan(0.2);
  });

  it('was not there before 2016, and is not there among the others', () => {
    const before = poorThere.filter((child) => !since(child));
    const others = children.filter((child) => !child.poor && inGap(child.area));
    expect(Math.abs(entered(before) - elsewhere)).toBeLessThan(0.06);
    expect(
      Math.abs(entered(others.filter(since)) - entered(others.filter((child) => !since(child)))),
    ).toBeLessThan(0.05);
  });
});
