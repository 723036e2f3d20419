import type { FactKind, LinkRecord, Measure, Observation } from '@lueckenlos/chain';
import type { Group } from '../cube/group-table';

/** What agencies say about their deliveries. */
export const DELIVERY_KINDS = [
  'delivery-calendar-defined',
  'delivery-completed',
  'delivery-reopened',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What can change what is known of a child, or of the months that its sources have delivered. */
export type ChangeKind = FactKind | 'corrected' | 'retracted' | LinkRecord['kind'] | DeliveryKind;

/** One figure of a table: a group and what is counted in it. */
export interface Place {
  readonly group: Group;
  readonly observation: Observation;
}

/** A figure that is made up of other cases in the second state of knowledge than in the first. */
export interface ChangedCell extends Place {
  /** Cases that count here in the second state and did not in the first. */
  readonly entered: number;
  /** Cases that counted here in the first state and do not in the second. */
  readonly left: number;
  /** Case files with such a case, by the kinds of what arrived in between; one with two kinds is told in both. */
  readonly through: ReadonlyMap<ChangeKind, number>;
}

interface Entry extends Place {
  entered: number;
  left: number;
  readonly through: Map<ChangeKind, number>;
}

/** By how much one case file counts more, or less, at each place. */
export class FileDifference {
  private readonly places = new Map<string, Place & { n: number }>();

  add(place: Place, n: 1 | -1): void {
    const key = keyOf(place);
    const known = this.places.get(key);
    if (known) known.n += n;
    else this.places.set(key, { ...place, n });
  }

  /** The places where it counts otherwise. */
  differing(): (Place & { readonly n: number })[] {
    return [...this.places.values()].filter(({ n }) => n !== 0);
  }

  /** The stages at which it counts otherwise; '' for the scope. */
  stages(): Set<string> {
    return new Set(this.differing().map(({ observation }) => observation.stage));
  }
}

/** Gathers the differences of case files by place. */
export class ChangedCells {
  private readonly entries = new Map<string, Entry>();

  /** Adds what one case file counts otherwise, with the kinds of what changed it at a stage. */
  add(difference: FileDifference, kindsAt: (stage: string) => ReadonlySet<ChangeKind>): void {
    for (const { n, ...place } of difference.differing()) {
      this.put(place, n, kindsAt(place.observation.stage), 1);
    }
  }

  /** Adds n cases more, or less, of so many case files. */
  put(place: Place, n: number, kinds: ReadonlySet<ChangeKind>, files: number): void {
    const entry = this.entryAt(place);
    if (n > 0) entry.entered += n;
    else entry.left -= n;
    for (const kind of kinds) entry.through.set(kind, (entry.through.get(kind) ?? 0) + files);
  }

  of(measure: Measure): ChangedCell[] {
    return [...this.entries.values()].filter(({ observation }) => observation.measure === measure);
  }

  private entryAt(place: Place): Entry {
    const key = keyOf(place);
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { ...place, entered: 0, left: 0, through: new Map() };
    this.entries.set(key, entry);
    return entry;
  }
}

function keyOf({ group, observation: { measure, stage, value } }: Place): string {
  return JSON.stringify([Object.values(group), measure, stage, value]);
}
