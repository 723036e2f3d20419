/** The replay alone: a second door, without Nest, for the command line and for whoever verifies a bundle. */
export { FAULTS, faultText, ReplayFault, type FaultCode } from './fault';
export { FigureCount, type ReplayedFigures } from './figures/count-figures';
export { canonicalDigest } from './figures/digest';
export type { LoggedRelease } from './log/logged-releases';
export type { Chunks } from './log/lines';
export type { ReplayQuestion } from './question';
export { ReleaseCount, type ReplayedRelease } from './release/count-release';
export { differingCells, type CellDifference } from './release/compare-cells';
export { keysOfMap, keysOfSecret, type RecordKeys } from './release/record-keys';
export { ReplayedLog, type ReadingOptions, type ReplayedChild } from './replayed-log';
