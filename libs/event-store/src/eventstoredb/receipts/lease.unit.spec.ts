import { Lease } from './lease';

/** Reservations of somebody of whom these are ours; what was asked of them. */
function reservationsWith(...ours: string[]): {
  asked: string[][];
  prolong: (ids: readonly string[]) => Promise<Set<string>>;
} {
  const asked: string[][] = [];
  const prolong = (ids: readonly string[]): Promise<Set<string>> => {
    asked.push([...ids]);
    return Promise.resolve(new Set(ids.filter((id) => ours.includes(id))));
  };
  return { asked, prolong };
}

describe('The hold on what is reserved for a round', () => {
  it('is taken for granted while it is fresh', async () => {
    const reservations = reservationsWith();
    const lease = new Lease(reservations, ['a', 'b'], performance.now(), 3_600_000);
    expect(await lease.holds(['a', 'b'])).toBe(true);
    expect(reservations.asked).toEqual([]);
  });

  it('is prolonged as a whole, once for all who ask, so that nothing runs out that waits for its turn', async () => {
    const reservations = reservationsWith('a', 'b', 'c');
    const lease = new Lease(reservations, ['a', 'b', 'c'], -Infinity, 3_600_000);
    expect(await Promise.all([lease.holds(['a']), lease.holds(['b'])])).toEqual([true, true]);
    expect(await lease.holds(['c'])).toBe(true);
    expect(reservations.asked).toEqual([['a', 'b', 'c']]);
  });

  it('is lost for what somebody else has settled, and for nothing else', async () => {
    const lease = new Lease(reservationsWith('a', 'b'), ['a', 'b', 'c'], -Infinity, 3_600_000);
    expect(await lease.holds(['b', 'c'])).toBe(false);
    expect(await lease.holds(['a', 'b'])).toBe(true);
  });
});
