import type { Aggregate } from './aggregate';
import { cube } from './cube/cube';

/** Everything that is counted over children. */
export const AGGREGATES: readonly Aggregate[] = [cube];
