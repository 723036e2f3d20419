import { ReplayFault } from '../fault';
import type { LogEntry } from './log-entry';

/**
 * Watches that nothing is missing, doubled or moved. Positions rise; where the log begins with 1 they count on without a gap (an
 * engine whose positions have gaps never begins so). Within a stream, revisions always count from 0: those of cases are
 * watched where their records are gathered.
 */
export class LogOrder {
  private readonly revisions = new Map<string, number>();
  private before: number | null = null;
  private isDense = false;

  /** @throws ReplayFault naming the line */
  check(entry: LogEntry): void {
    const { line, position } = entry;
    const { before } = this;
    if (before === null) this.isDense = position === 1;
    else if (position <= before) throw new ReplayFault('replay.out-of-order', { line, position, before });
    else if (this.isDense && position !== before + 1)
      throw new ReplayFault('replay.gap', { line, position, expected: before + 1 });
    this.before = position;
  }

  /** @throws ReplayFault where a stream other than that of a case goes on with the wrong event */
  checkStream({ stream, revision, position }: LogEntry): void {
    checkRevision(this.revisions.get(stream) ?? -1, revision, position);
    this.revisions.set(stream, revision);
  }
}

/** @throws ReplayFault unless a revision follows the one before */
export function checkRevision(before: number, revision: number, position: number): void {
  if (revision === before + 1) return;
  throw new ReplayFault('replay.stream-gap', { position, revision, expected: before + 1 });
}
