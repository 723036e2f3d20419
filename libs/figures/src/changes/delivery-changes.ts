import { unconfirmedStatus, type Cell, type Coverage, type Month, type Observation } from '@lueckenlos/chain';
import type { GroupTable } from '../cube/group-table';
import type { ChangedCells, Place } from './changed-cells';
import type { DeliveryKinds } from './delivery-kinds';

interface Move {
  readonly from: Place;
  readonly to: Place;
  n: number;
}

/** Cases that count otherwise only because a delivery was announced, completed or reopened in between. */
export class DeliveryChanges {
  private readonly moves = new Map<string, Move>();

  constructor(
    private readonly before: Pick<Coverage, 'completedThrough'>,
    private readonly after: Pick<Coverage, 'completedThrough'>,
    private readonly table: Pick<GroupTable, 'groupOf'>,
  ) {}

  /** Judges n cases of a cell that are lost where everything is delivered, by both states. */
  add(cell: Cell, observation: Observation, deadline: Month, n: number): void {
    const open = unconfirmedStatus(observation);
    if (open === null) return;
    const { measure, stage, value } = observation;
    const wasOpen = deadline > this.before.completedThrough(stage, cell.area);
    const isOpen = deadline > this.after.completedThrough(stage, cell.area);
    if (wasOpen === isOpen) return;
    const group = this.table.groupOf(cell);
    const key = JSON.stringify([group, stage, value, isOpen]);
    const known = this.moves.get(key);
    if (known) {
      known.n += n;
      return;
    }
    const lost = { group, observation: { measure, stage, value } };
    const instead = { group, observation: { measure, stage, value: open } };
    this.moves.set(key, isOpen ? { from: lost, to: instead, n } : { from: instead, to: lost, n });
  }

  addTo(changed: ChangedCells, kinds: DeliveryKinds): void {
    for (const { from, to, n } of this.moves.values()) {
      if (n === 0) continue;
      const through = kinds.about(from.observation.stage);
      changed.put(from, -n, through, n);
      changed.put(to, n, through, n);
    }
  }
}
