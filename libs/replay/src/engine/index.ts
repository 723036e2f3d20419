/** The replay alone: a second door, without Nest, for the command line and for whoever verifies a bundle. */
export { CaseRecords } from './cases/case-records';
export { faultText, ReplayFault, type FaultCode } from './fault';
export type { Chunks } from './log/lines';
export { linesOf } from './log/lines';
export { readLine } from './log/log-entry';
export type { LoggedRelease } from './log/logged-releases';
export type { ReplayQuestion } from './question';
export type { CellDifference } from './release/compare-cells';
export type { ReleaseSecrets } from './release/count-release';
export type { JudgedRelease, PublishedCells } from './release/judge';
export { keysOfMap, keysOfSecret, type RecordKeys } from './release/record-keys';
export { replay, type Replay, type ReleaseToReplay, type ReplayTask } from './replay';
export type { ReadingOptions } from './replayed-log';
