import {
  foldedChildren,
  readDelivery,
  UnreadableEventError,
  type FoldedChild,
  type Known,
} from '@lueckenlos/chain';
import { CaseRecords } from './cases/case-records';
import { ReplayFault } from './fault';
import { Definitions } from './log/definitions';
import { readLine, type LogEntry } from './log/log-entry';
import { LogOrder } from './log/log-order';
import { linesOf, type Chunks } from './log/lines';
import { LoggedReleases } from './log/logged-releases';

const CASES = 'case-';

export interface ReadingOptions {
  /** For what does not fit into memory. */
  readonly folder: string;
  /** Bytes of records that are held in memory. */
  readonly memory: number;
  /** The last position to be read; without it, to the end. */
  readonly upTo?: number | undefined;
  /** Told now and then: how many events were read. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/** One child of the log, in a state of knowledge. */
export type ReplayedChild = FoldedChild;

/** A log that was read: what it defines, which releases it holds, and the records of its cases. */
export class ReplayedLog {
  readonly definitions = new Definitions();
  readonly releases = new LoggedReleases();
  /** Of the last event that was read. */
  position = 0;
  events = 0;
  private readonly order = new LogOrder();
  private readonly cases: CaseRecords;

  private constructor({ folder, memory }: ReadingOptions) {
    this.cases = new CaseRecords(folder, memory);
  }

  /** @throws ReplayFault where the log is broken, or ends before the position */
  static async read(chunks: Chunks, options: ReadingOptions): Promise<ReplayedLog> {
    const log = new ReplayedLog(options);
    const { upTo = Infinity, onProgress } = options;
    for await (const lines of linesOf(chunks)) {
      for (const text of lines) if (log.position < upTo) log.add(readLine(text, log.events + 1), upTo);
      await log.cases.settle();
      onProgress?.(log.events);
      if (log.position >= upTo) break;
    }
    if (upTo !== Infinity) log.requirePosition(upTo);
    return log;
  }

  /** @throws ReplayFault where the log ends before a position */
  requirePosition(wanted: number): void {
    if (this.position < wanted) throw new ReplayFault('replay.beyond-log', { wanted, last: this.position });
  }

  /** The position up to which figures hold in a state of knowledge. */
  heldUpTo({ upTo = Infinity }: Known): string {
    return String(Math.min(upTo, this.position));
  }

  /** Folds every child; the order of children is no promise. */
  async fold(known: Known, visit: (child: ReplayedChild) => void): Promise<void> {
    for await (const files of this.cases.files()) {
      for (const file of files) for (const child of foldedChildren(file, known)) visit(child);
    }
  }

  private add(entry: LogEntry, upTo: number): void {
    this.order.check(entry);
    if (entry.position > upTo) {
      // Positions with gaps: the one that was asked for is no event, and the log goes beyond it.
      this.position = upTo;
      return;
    }
    this.position = entry.position;
    this.events++;
    try {
      this.file(entry);
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      const { line, position } = entry;
      throw new ReplayFault('replay.unreadable-event', { line, position, reason: error.message });
    }
  }

  private file(entry: LogEntry): void {
    const { line, stream, revision, position } = entry;
    const delivered = readDelivery(entry);
    if (delivered) {
      const { caseId, delivery } = delivered;
      if (!isStreamOf(caseId, stream)) throw new ReplayFault('replay.other-stream', { line, position });
      this.cases.add(caseId, revision, position, delivery);
      return;
    }
    if (stream.startsWith(CASES)) {
      this.cases.add(stream.slice(CASES.length), revision, position, null);
      return;
    }
    this.order.checkStream(entry);
    if (!this.definitions.add(entry)) this.releases.add(entry);
  }
}

/** Compared piece by piece: the name of the stream would have to be put together for each event. */
function isStreamOf(caseId: string, stream: string): boolean {
  return (
    stream.length === CASES.length + caseId.length && stream.startsWith(CASES) && stream.endsWith(caseId)
  );
}
