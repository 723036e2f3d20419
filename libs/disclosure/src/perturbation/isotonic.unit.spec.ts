import { isotonic } from './isotonic';

const valuesOf = (values: number[], chain: number): number[] =>
  isotonic(values, chain).flatMap(({ value, length }) => Array<number>(length).fill(value));

describe('isotonic regression', () => {
  it('pools what falls, and lets it fall beyond the chain', () => {
    expect(valuesOf([1, 3, 2, 5, 4, 0], 4)).toEqual([1, 2.5, 2.5, 5, 4, 0]);
  });

  it('pools again where a pooled value falls below the one before', () => {
    expect(valuesOf([3, 4, 1, 0], 4)).toEqual([2, 2, 2, 2]);
  });
});
