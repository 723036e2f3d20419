/** Neighbouring places that share one value. */
export interface Block {
  /** The first place. */
  readonly start: number;
  readonly length: number;
  readonly value: number;
}

/**
 * The closest sequence (least squares) whose first `chain` values do not fall, by pooling adjacent violators
 * (Ayer et al. 1955). The other values stay as they are, each in a block of its own.
 */
export function isotonic(values: readonly number[], chain: number): Block[] {
  const blocks: Block[] = [];
  values.forEach((value, start) => {
    let block: Block = { start, length: 1, value };
    while (start < chain) {
      const last = blocks.at(-1);
      if (!last || last.value <= block.value) break;
      blocks.pop();
      const length = last.length + block.length;
      const sum = last.value * last.length + block.value * block.length;
      block = { start: last.start, length, value: sum / length };
    }
    blocks.push(block);
  });
  return blocks;
}
