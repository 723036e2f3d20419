import type { Aggregate } from './aggregate';
import { cube } from './cube/cube';
import { curves } from './curves/curves';
import { deadlines } from './deadlines/deadlines';

/** Everything that is counted over children. */
export const AGGREGATES: readonly Aggregate[] = [cube, curves, deadlines];
