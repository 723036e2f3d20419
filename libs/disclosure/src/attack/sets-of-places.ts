/** Of each place, the sets it belongs to: those from `starts[place]` on to `starts[place + 1]`. */
export interface SetsOfPlaces {
  readonly starts: Int32Array;
  readonly sets: Int32Array;
}

/** @param members of each set its places */
export function setsOfPlaces(places: number, members: readonly (readonly number[])[]): SetsOfPlaces {
  const starts = new Int32Array(places + 1);
  const add = (place: number, n: number): number => (starts[place] = (starts[place] ?? 0) + n);
  for (const inside of members) for (const place of inside) add(place + 1, 1);
  for (let place = 0; place < places; place++) add(place + 1, starts[place] ?? 0);
  const next = starts.slice();
  const sets = new Int32Array(starts[places] ?? 0);
  for (const [set, inside] of members.entries()) {
    for (const place of inside) {
      const at = next[place] ?? 0;
      sets[at] = set;
      next[place] = at + 1;
    }
  }
  return { starts, sets };
}
