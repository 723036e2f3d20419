import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Clock } from '../clock';
import { loadSql } from '../database/load-sql';
import type { Logger } from '../logging/logger';
import { Trouble } from '../logging/trouble';
import type { Fault } from '../problems/problem-definition';
import { ProblemError } from '../problems/problem-error';

/** Looks come at intervals: one that a silent server leaves open must not keep its connection. */
const LOOK = { text: loadSql(join(__dirname, 'sql'), 'database-standing.sql'), query_timeout: 5_000 };
const TOLERATED_MS = 5_000;

interface Standing {
  readonly read_only: boolean;
  readonly now: Date;
}

/**
 * Whether the database answers and takes changes. A clock that differs from the database's is worth a look: known
 * instants come from ours.
 */
export class DatabaseCheck {
  private readonly clocks: Trouble;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.clocks = new Trouble(logger, { part: 'clock' });
  }

  async check(): Promise<Fault | undefined> {
    const asked = this.clock().getTime();
    const { rows } = await this.pool.query<Standing>(LOOK);
    const answered = this.clock().getTime();
    if (!rows[0] || rows[0].read_only) throw new ProblemError({ code: 'platform.database-read-only' });
    const skew = between(asked, answered, rows[0].now.getTime());
    if (skew <= TOLERATED_MS) {
      this.clocks.passed();
      return undefined;
    }
    const fault = { code: 'platform.clock-skew', params: { seconds: Math.round(skew / 1_000) } };
    this.clocks.met(new ProblemError(fault));
    return fault;
  }
}

/** How far an instant of the database lies outside of the time that it had to answer in. */
function between(asked: number, answered: number, there: number): number {
  return Math.max(asked - there, there - answered, 0);
}
