import { DELIVERY_KINDS, deliveryFrom, isLink, targetOf, type FiledDelivery } from './case-file';
import { TextCodes } from './text-codes';

/** There is no delivery before. */
export const NO_ROW = -1;

/** Rows that lie together. */
const ROWS = 2 ** 12;
/** Known instant, position. */
const INSTANTS = 2;
/** Row of the delivery before, kind, sender, target, month, stage, area, poverty risk. */
const NUMBERS = 8;
/** There is no target, or the poverty risk is not known. */
const NONE = -1;

interface Block {
  readonly instants: Float64Array;
  readonly numbers: Int32Array;
  readonly ids: string[];
}

/**
 * Deliveries as rows of numbers, each with the row of the one before of its case. Kept as objects, millions of them would be
 * copied and looked through by the garbage collector again and again, and take twice the room.
 */
export class DeliveryTable {
  /** Bytes that a delivery takes besides its id and its target. */
  static readonly ROW_BYTES = 8 * INSTANTS + 4 * NUMBERS;

  private readonly blocks: Block[] = [];
  private readonly texts = new TextCodes();
  private readonly targets: string[] = [];
  private rows = 0;

  /**
   * @param before the row of the delivery before of the same case
   * @returns its row
   */
  add(delivery: FiledDelivery, before: number): number {
    const row = this.rows++;
    const place = row % ROWS;
    if (place === 0) this.blocks.push(emptyBlock());
    const { instants, numbers, ids } = this.blocks.at(-1) as Block;
    ids.push(delivery.id);
    instants[place * INSTANTS] = delivery.knownAt;
    instants[place * INSTANTS + 1] = delivery.position;
    const target = targetOf(delivery);
    const at = place * NUMBERS;
    numbers[at] = before;
    numbers[at + 1] = DELIVERY_KINDS.indexOf(delivery.kind);
    numbers[at + 2] = this.texts.codeOf(delivery.source);
    numbers[at + 3] = target === null ? NONE : this.targets.push(target) - 1;
    if (isLink(delivery) || delivery.kind === 'retracted') return row;
    numbers[at + 4] = delivery.month;
    numbers[at + 5] = this.texts.codeOf(delivery.stage);
    numbers[at + 6] = this.texts.codeOf(delivery.area);
    numbers[at + 7] = delivery.povertyRisk === null ? NONE : Number(delivery.povertyRisk);
    return row;
  }

  /** What was delivered about a case, in order, found from its last row back. */
  deliveriesOf(caseId: string, last: number): FiledDelivery[] {
    const deliveries: FiledDelivery[] = [];
    for (let row = last; row !== NO_ROW;) {
      const { instants, numbers, ids } = this.blocks[Math.floor(row / ROWS)] as Block;
      const place = row % ROWS;
      const at = place * NUMBERS;
      const target = numbers[at + 3] as number;
      const risk = numbers[at + 7] as number;
      deliveries.push(
        deliveryFrom({
          caseId,
          kind: DELIVERY_KINDS[numbers[at + 1] as number] as FiledDelivery['kind'],
          source: this.texts.text(numbers[at + 2] as number) as string,
          id: ids[place] as string,
          knownAt: instants[place * INSTANTS] as number,
          position: instants[place * INSTANTS + 1] as number,
          month: numbers[at + 4] as number,
          stage: this.texts.text(numbers[at + 5] as number),
          area: this.texts.text(numbers[at + 6] as number),
          povertyRisk: risk === NONE ? null : risk === 1,
          target: target === NONE ? null : (this.targets[target] as string),
        }),
      );
      row = numbers[at] as number;
    }
    return deliveries.reverse();
  }
}

function emptyBlock(): Block {
  return {
    instants: new Float64Array(ROWS * INSTANTS),
    numbers: new Int32Array(ROWS * NUMBERS),
    ids: [],
  };
}
