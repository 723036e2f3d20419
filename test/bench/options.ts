import { parseArgs } from 'node:util';

export const PARTS = [
  'import',
  'memory',
  'posts',
  'peers',
  'replay',
  'catch-up',
  'figures',
  'known-before',
  'protected',
] as const;
export type PartName = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: ReadonlySet<PartName>;
  /** Rows of an import. */
  readonly rows: number;
  /** How often what is compared is measured in turn; the median counts. */
  readonly rounds: number;
  /** Sizes of the town for catch-up, figures and known-before, 1 for that of the demo, the smallest first. */
  readonly sizes: readonly number[];
  /** Seconds that requests are sent for in each measurement. */
  readonly seconds: number;
  /** A folder in which Emmett's PostgreSQL store is installed. */
  readonly emmett: string | undefined;
  /** A file for the figures as JSON. */
  readonly out: string | undefined;
}

export function readOptions(argv: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '1,10' },
      seconds: { type: 'string', default: '8' },
      emmett: { type: 'string' },
      out: { type: 'string' },
    },
  });
  return {
    parts: new Set(positionals.length > 0 ? positionals.map(partOf) : PARTS),
    rows: positive('rows', values.rows),
    rounds: positive('rounds', values.rounds),
    sizes: values.sizes.split(',').map((size) => positive('sizes', size)),
    seconds: positive('seconds', values.seconds),
    emmett: values.emmett,
    out: values.out,
  };
}

function partOf(name: string): PartName {
  const part = PARTS.find((known) => known === name);
  if (!part) throw new Error(`There is no part ${name}. Parts: ${PARTS.join(', ')}.`);
  return part;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be greater than 0.`);
  return value;
}
