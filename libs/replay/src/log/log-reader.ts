import { AgencyPermissions } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore, type Position } from '@lueckenlos/event-store';
import { ProblemError, type Fault } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { filterOf, unknownNames } from './filter-of';
import type { LogQuery } from './log-query.dto';
import { readLog, readStream } from './read-log';
import { reversedSpans } from './reversed-spans';

/** A part of the log that is ready to be read. */
export interface OpenedLog {
  /** Whoever has taken all the lines, and was given fewer than asked for, has read the log up to here. */
  readonly upTo: Position;
  readonly lines: AsyncIterable<string>;
}

/** Opens what was asked for, or tells all that is wrong with the question. */
@Injectable()
export class LogReader {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly agencies: AgencyPermissions,
  ) {}

  async open(query: LogQuery): Promise<OpenedLog> {
    refuse(reversedSpans(query));
    const head = await this.store.head();
    refuse([...beyond(query, head), ...(await unknownNames(query, this.agencies, this.store))]);
    const { after = '0', upTo = head, limit = Infinity } = query;
    const part = { after: BigInt(after), upTo: BigInt(upTo), limit: Number(limit), filter: filterOf(query) };
    return { upTo: part.upTo, lines: readLog(this.store, part) };
  }

  async openStream(stream: string): Promise<AsyncIterable<string>> {
    const [first] = await this.store.readStream(stream, 0n, 1);
    if (!first) throw new ProblemError({ code: 'replay.unknown-stream' });
    return readStream(this.store, stream);
  }
}

/** An empty answer would hide that this is another log than the one the position comes from. */
function beyond({ after, upTo }: LogQuery, head: Position): Fault[] {
  return Object.entries({ after, upTo }).flatMap(([parameter, position]) =>
    position !== undefined && BigInt(position) > head
      ? [
          {
            code: 'replay.position-beyond-head',
            pointer: `/${parameter}`,
            params: { position, head: String(head) },
          },
        ]
      : [],
  );
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ProblemError([...faults]);
}
