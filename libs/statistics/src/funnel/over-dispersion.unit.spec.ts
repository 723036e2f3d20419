import { fixture, type SharesFixture } from '../testing/fixtures';
import { overDispersion, zScore } from './over-dispersion';

const { successes, n, z, phi } = fixture<SharesFixture>('shares').overDispersion;

describe('over-dispersion', () => {
  it('agrees with R on the hospitals of lung', () => {
    const share = successes.reduce((a, b) => a + b) / n.reduce((a, b) => a + b);
    const ours = successes.map((x, i) => zScore(x, [{ n: n[i]!, share }])!);
    ours.forEach((score, i) => expect(score).toBeCloseTo(z[i]!, 9));
    expect(overDispersion(ours)!.phi).toBeCloseTo(phi, 9);
  });

  it('widens nothing as long as chance explains the differences', () => {
    // Eight units: the threshold is 1 + 2·√(2/8) = 2.
    const chance = overDispersion([-1.4, 1.4, -1.4, 1.4, -1.4, 1.4, -1.4, 1.4])!;
    expect(chance).toEqual({ phi: expect.closeTo(1.96, 12) as number, threshold: 2, inflation: 1 });
    const more = overDispersion([-2, 2, -2, 2, -2, 2, -2, 2])!;
    expect(more).toEqual({ phi: 4, threshold: 2, inflation: 4 });
  });

  it('is not raised much by one outlier: the outermost tenth is drawn in', () => {
    const calm = Array.from({ length: 30 }, (_, i) => (i % 2 ? 1 : -1));
    expect(overDispersion([...calm, 50])!.phi).toBeCloseTo(1, 12);
  });

  it('is undefined without units, and of one unit its own score', () => {
    expect(overDispersion([])).toBeNull();
    expect(overDispersion([3])!.phi).toBe(9);
  });

  it('has no z-score where only the expectation is possible', () => {
    expect(zScore(5, [{ n: 5, share: 1 }])).toBeNull();
    expect(zScore(0, [])).toBeNull();
  });

  it('adds the strata of a unit up', () => {
    // 10·0.5 + 20·0.8 = 21 expected, variance 2.5 + 3.2.
    expect(
      zScore(18, [
        { n: 10, share: 0.5 },
        { n: 20, share: 0.8 },
      ]),
    ).toBeCloseTo(-3 / Math.sqrt(5.7), 12);
  });
});
