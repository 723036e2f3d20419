import { DeliveryTable, isLink, NO_ROW, type CaseDelivery, type FiledDelivery } from '@lueckenlos/chain';

/** What was delivered, by case. */
export type Delivered = ReadonlyMap<string, readonly FiledDelivery[]>;

/** Cases held as objects at once, beside what has arrived: each has dozens of records. */
const CASES = 1_000;
/** Bytes that a delivery takes in memory besides its row, give or take: its id and its share of the case. */
const DELIVERY = 80;

/** What some pages delivered, in little room until it is asked for, some cases at a time. */
export class GatheredDeliveries {
  private readonly table = new DeliveryTable();
  /** The row of the last delivery of each case. */
  private readonly last = new Map<string, number>();
  private readonly named = new Set<string>();
  /** How much memory it takes, give or take. */
  bytes = 0;

  add({ caseId, delivery }: CaseDelivery): void {
    this.last.set(caseId, this.table.add(delivery, this.last.get(caseId) ?? NO_ROW));
    if (isLink(delivery)) this.named.add(caseId).add(delivery.other);
    this.bytes += DeliveryTable.ROW_BYTES + DELIVERY;
  }

  /** How many cases something was delivered about. */
  get size(): number {
    return this.last.size;
  }

  /** The cases that something was delivered about. */
  get caseIds(): string[] {
    return [...this.last.keys()];
  }

  /** The cases that a link names, whether anything else was delivered about them or not. */
  get linked(): ReadonlySet<string> {
    return this.named;
  }

  /** Some cases at a time, each with all that was delivered about it in order. */
  *portions(isWanted: (caseId: string) => boolean = () => true): Generator<Delivered> {
    let portion = new Map<string, readonly FiledDelivery[]>();
    for (const [caseId, row] of this.last) {
      if (!isWanted(caseId)) continue;
      portion.set(caseId, this.table.deliveriesOf(caseId, row));
      if (portion.size < CASES) continue;
      yield portion;
      portion = new Map();
    }
    if (portion.size > 0) yield portion;
  }
}
