import type { Finding, LayerFindings } from './attack';
import type { CountRange } from './count-range';

/** How wide the ranges of cells are that an attacker is left with: one number, two, three to five, up to ten, more. */
export const WIDTHS = [1, 2, 5, 10, Infinity] as const;

export interface Verdict {
  readonly cells: number;
  /** Cells known for certain, whatever their count. */
  readonly known: number;
  /** Cells with a true count from 1 to js that are known for certain: none may be. */
  readonly pinned: readonly Finding[];
  /** Cells of which the attacker is sure of something that is not so. */
  readonly misled: number;
  /** Cells for which no second count was found, nor that there is none: they must not be taken for safe. */
  readonly undecided: readonly Finding[];
  /** Layers in which what was supposed cannot be. */
  readonly contradictions: number;
  /** Of the others, with those that are known: how many may have up to as many counts as in {@link WIDTHS}, at least. */
  readonly widths: readonly number[];
}

/** What a verdict goes by. */
export interface Judging {
  /** Counts from 1 to this are to be protected. */
  readonly blockedUpTo: number;
  /** The true count, where it may be known; null elsewhere. */
  readonly truth: (finding: Finding) => number | null;
  /** Whether the attacker knows one child in each cell: then it holds at least one. */
  readonly insider: boolean;
}

/** Adds up findings, layer by layer; what was known from outside is no finding. */
export class Judge {
  private cells = 0;
  private known = 0;
  private misled = 0;
  private contradictions = 0;
  private readonly pinned: Finding[] = [];
  private readonly undecided: Finding[] = [];
  private readonly widths = WIDTHS.map(() => 0);

  constructor(private readonly judging: Judging) {}

  add({ findings }: LayerFindings): void {
    if (findings === null) this.contradictions++;
    for (const finding of findings ?? []) this.addFinding(finding);
  }

  verdict(): Verdict {
    const { cells, known, pinned, undecided, misled, contradictions, widths } = this;
    return { cells, known, pinned, undecided, misled, contradictions, widths };
  }

  private addFinding(finding: Finding): void {
    const { truth, insider, blockedUpTo } = this.judging;
    const count = truth(finding);
    const { possible, certain } = finding.bounds;
    // Nobody is inside an empty cell.
    if (insider && (count === 0 || certain.high === 0)) return;
    if (count !== null && !holds(certain, count)) this.misled++;
    this.cells++;
    const width = possible === null ? 1 : sizeOf(possible, insider);
    if (sizeOf(certain, insider) > 1) {
      if (width > 1) this.addWidth(width);
      else this.undecided.push(finding);
      return;
    }
    this.addWidth(1);
    this.known++;
    const low = Math.max(certain.low, insider ? 1 : 0);
    if (low >= 1 && low <= blockedUpTo && (count ?? low) === low) this.pinned.push(finding);
  }

  private addWidth(width: number): void {
    const at = WIDTHS.findIndex((widest) => width <= widest);
    this.widths[at] = (this.widths[at] ?? 0) + 1;
  }
}

/** How many counts a range leaves; whoever knows a child in the cell knows that it holds one at least. */
function sizeOf({ low, high }: CountRange, insider: boolean): number {
  const least = insider ? 1 : 0;
  return Math.max(high, least) - Math.max(low, least) + 1;
}

function holds({ low, high }: CountRange, count: number): boolean {
  return low <= count && count <= high;
}
