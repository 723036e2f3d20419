import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { monthOfInstant } from '@lueckenlos/chain';
import { CLOCK, loadSql, LOGGER, POOL, Trouble, type Clock, type Logger } from '@lueckenlos/platform';
import type { RowResult } from '../record-events/row';
import { outcomesOf, type Outcome } from './outcomes-of';

const ADD_OUTCOMES = loadSql(`${__dirname}/sql`, 'add-outcomes.sql');
const WRITE_AFTER_MS = 1_000;

interface Sum extends Outcome {
  readonly agency: string;
  readonly month: number;
  n: number;
}

/**
 * Counts what posts and batches brought that did not become a record. Sums are kept in memory and written together
 * within a second, so that no sender waits for them; a process that crashes loses what it has counted since.
 */
@Injectable()
export class OutcomeCounter implements BeforeApplicationShutdown {
  readonly #sums = new Map<string, Sum>();
  #timer: NodeJS.Timeout | undefined;
  readonly #trouble: Trouble;

  constructor(
    @Inject(POOL) private readonly pool: Pick<Pool, 'query'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#trouble = new Trouble(logger, { part: 'outcome counts' });
  }

  add(agency: string, results: readonly RowResult[]): void {
    const month = monthOfInstant(this.clock());
    for (const outcome of results.flatMap(outcomesOf)) this.sum({ agency, month, ...outcome, n: 1 });
    if (this.#sums.size > 0) this.#timer ??= setTimeout(() => void this.write(), WRITE_AFTER_MS).unref();
  }

  /** Writes what has come together; what can't be written is kept and tried again. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sums = [...this.#sums.values()];
    if (sums.length === 0) return;
    this.#sums.clear();
    try {
      await this.pool.query(ADD_OUTCOMES, [
        sums.map(({ agency }) => agency),
        sums.map(({ month }) => month),
        sums.map(({ kind }) => kind),
        sums.map(({ code }) => code),
        sums.map(({ n }) => n),
      ]);
      this.#trouble.passed();
    } catch (error) {
      this.#trouble.met(error);
      sums.forEach((sum) => this.sum(sum));
      this.#timer ??= setTimeout(() => void this.write(), WRITE_AFTER_MS).unref();
    }
  }

  /** After the last request was answered. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
    clearTimeout(this.#timer);
  }

  private sum(more: Sum): void {
    const key = JSON.stringify([more.agency, more.month, more.kind, more.code]);
    const sum = this.#sums.get(key);
    if (sum) sum.n += more.n;
    else this.#sums.set(key, { ...more });
  }
}
