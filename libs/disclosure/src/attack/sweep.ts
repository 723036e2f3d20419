import type { Chance } from './mender';
import type { Direction, Spread } from './spread';

const ROUNDS = 3;

/** Puts a child into each place, or takes one out, wherever nothing breaks, a few times over: many cells move at once. */
export function sweep(spread: Spread, direction: Direction, chance: Chance): void {
  const { places } = spread.program;
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    const start = Math.floor(chance() * places);
    for (let i = 0; i < places; i++) {
      const place = (start + i) % places;
      if (!spread.isFree(place, direction)) continue;
      spread.move(place, direction);
      moved = true;
    }
  }
  spread.rememberAll();
}
