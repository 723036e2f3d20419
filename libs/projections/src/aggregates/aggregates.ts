import type { Aggregate } from './aggregate';
import { cube } from './cube/cube';
import { curves } from './curves/curves';

/** Everything that is counted over children. */
export const AGGREGATES: readonly Aggregate[] = [cube, curves];
