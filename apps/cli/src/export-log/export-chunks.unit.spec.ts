import { planOf } from './export-options';
import { exported, options } from './testing/small-export';

describe('an export that does not fit into memory', () => {
  const sorted = (bytes: Buffer): string[] =>
    bytes
      .toString()
      .split(/(?<=<\/trace>)|,?\n/)
      .sort();

  it.each(['ndjson', 'xes', 'ocel'] as const)('says the same, in whatever order, as %s', async (format) => {
    const asked = options(format, { facts: 'in-force' });
    expect(sorted(await exported(asked, undefined, 1))).toEqual(sorted(await exported(asked)));
  });
});

describe('what would tear cases apart', () => {
  it.each([
    [options('xes', { type: 'moved-in' }), '--type'],
    [options('ocel', { recordedFrom: '2020-01-01T00:00:00Z' }), '--recorded-from'],
    [options('csv', { facts: 'in-force', after: '7' }), '--after'],
  ])('is refused: %j', (asked, option) => {
    expect(() => planOf(asked)).toThrow(option);
  });

  it('is asked of the server where rows are rows', () => {
    const { part } = planOf(options('csv', { type: 'died', knownBefore: '2020-01-01T00:00:00Z' }));
    expect(part).toMatchObject({ type: 'died', knownBefore: '2020-01-01T00:00:00Z' });
  });
});
