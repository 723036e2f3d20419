import { fingerprint, Random } from './random';

const draw = (random: Random, n: number) => Array.from({ length: n }, () => random.uniform());

describe('chance', () => {
  it('repeats itself for the same keys and differs when one key differs', () => {
    const first = draw(Random.fromKeys(1, 24072, 0, 5), 20);
    expect(draw(Random.fromKeys(1, 24072, 0, 5), 20)).toEqual(first);
    for (const keys of [
      [2, 24072, 0, 5],
      [1, 24073, 0, 5],
      [1, 24072, 1, 5],
      [1, 24072, 0, 6],
    ]) {
      expect(draw(Random.fromKeys(...keys), 20)).not.toEqual(first);
    }
  });

  it('tells ten Krefelds of children apart', () => {
    const [months, births] = [240, 1_700];
    const drawn = new Float64Array(months * births);
    for (let child = 0; child < drawn.length; child++) {
      const [birth, index] = [24_072 + (child % months), Math.floor(child / months)];
      const [bits, print] = [Random.fromKeys(1, birth, 0, index).bits(), fingerprint(1, birth, 0, index)];
      // 53 bits of them: what a double holds exactly.
      drawn[child] = bits * 2 ** 21 + ((bits ^ print) >>> 11);
    }
    drawn.sort();
    expect(drawn.some((bits, at) => bits === drawn[at - 1])).toBe(false);
  });

  it('is uniform within one child and across children with neighbouring keys', () => {
    const within = draw(Random.fromKeys(7), 40_000);
    const across = Array.from({ length: 40_000 }, (_, index) => Random.fromKeys(7, index).uniform());
    for (const numbers of [within, across]) {
      const tenths = new Array<number>(10).fill(0);
      for (const number of numbers) tenths[Math.floor(number * 10)]! += 1;
      const chiSquare = tenths.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
      expect(chiSquare).toBeLessThan(33.7); // the 99.99 % quantile for 9 degrees of freedom
    }
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const random = Random.fromKeys(3);
    const seen = new Set(Array.from({ length: 1000 }, () => random.between(-1, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('chooses by weight and never what weighs nothing', () => {
    const random = Random.fromKeys(4);
    const chosen = Array.from({ length: 10_000 }, () => random.byWeight([1, 1, 4]));
    expect(chosen).not.toContain(1);
    const first = chosen.filter((index) => index === 0).length / chosen.length;
    expect(Math.abs(first - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 10_000));
  });

  it('waits one unit on average', () => {
    const random = Random.fromKeys(5);
    const mean = Array.from({ length: 40_000 }, () => random.exponential()).reduce((a, b) => a + b) / 40_000;
    expect(Math.abs(mean - 1)).toBeLessThan(4 / Math.sqrt(40_000));
  });
});
