import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Clock, loadSql, LOGGER, POOL, ProblemError, Trouble } from '@lueckenlos/platform';
import { Pool } from 'pg';
import { Logger } from 'pino';
import { Identity } from '../identity/identity';
import { legible } from './legible';
import { Together } from './together';

/** One access: who, for what purpose, which figure or record. Never what was in it. */
export interface AccessEntry {
  readonly identity: Identity;
  /** What was done, as `read-figure`. */
  readonly operation: string;
  /** Which figure or record, by a name that points at no case: see the README. */
  readonly resource: string;
  /** The caller's own words, from the `Purpose` header. */
  readonly purpose?: string;
  /** `given`, or `refused:<code>`. */
  readonly outcome?: string;
}

const INSERT = loadSql(__dirname, 'insert-access-log-entries.sql');
const NAME_LIMIT = 200;
const RESOURCE_LIMIT = 2_000;

/** The values of one entry, in the order of the statement. */
type Row = readonly (Date | string | null)[];

/** The access log: append-only, for the data-protection officer. */
@Injectable()
export class AccessLog {
  private readonly trouble: Trouble;
  private readonly writer = new Together<Row>((rows) => this.pool.query(INSERT, columnsOf(rows)));

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new Trouble(logger, { part: 'access log' });
  }

  /** Resolves once the entry is durable. Where it cannot be written, what it stands for must not be given. */
  async record(entry: AccessEntry): Promise<void> {
    try {
      await this.writer.add(this.row(entry));
      this.trouble.passed();
    } catch (error) {
      this.trouble.met(error);
      throw new ProblemError({ code: 'access.log-unavailable' }, { retryAfterSeconds: 5 });
    }
  }

  private row({ identity, operation, resource, purpose, outcome = 'given' }: AccessEntry): Row {
    return [
      this.clock(),
      legible(identity.clientId, NAME_LIMIT),
      legible(identity.role, NAME_LIMIT),
      identity.agency ?? null,
      purpose ?? null,
      legible(operation, NAME_LIMIT),
      legible(resource, RESOURCE_LIMIT),
      legible(outcome, NAME_LIMIT),
    ];
  }
}

function columnsOf(rows: readonly Row[]): Row[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}
