import { CLOCK, loadSql, POOL, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { CompletedReplay, FailedReplay, ReplayJob, ReplayJobTask } from './replay-job';

const sql = (name: string): string => loadSql(join(__dirname, 'sql'), `${name}-replay.sql`);
const [ADD, TAKE, HOLD, RELEASE, FINISH, FIND] = [
  sql('add'),
  sql('take'),
  sql('hold'),
  sql('release'),
  sql('finish'),
  sql('find'),
];

/** A process that says nothing for so long has died. */
const HELD_SECONDS = 60;

/** A replay that this process works on. */
export interface TakenReplay {
  readonly id: string;
  readonly task: ReplayJobTask;
  readonly attempts: number;
}

interface JobRow extends Omit<ReplayJob, 'eventsRead' | 'askedAt' | 'finishedAt'> {
  readonly events_read: string;
  readonly asked_at: Date;
  readonly finished_at: Date | null;
}

/** The replays of the whole installation, in PostgreSQL: they outlive the process. */
@Injectable()
export class ReplayJobs {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The id, or null where as many as `most` are open. */
  async add(task: ReplayJobTask, askedBy: string, most: number): Promise<string | null> {
    const values = [randomUUID(), askedBy, this.clock(), JSON.stringify(task), most];
    return (await this.pool.query<{ id: string }>(ADD, values)).rows[0]?.id ?? null;
  }

  async take(): Promise<TakenReplay | null> {
    return (await this.pool.query<TakenReplay>(TAKE, [HELD_SECONDS])).rows[0] ?? null;
  }

  async hold({ id }: TakenReplay, events: number): Promise<void> {
    await this.pool.query(HOLD, [id, events, HELD_SECONDS]);
  }

  /** @param counts whether it was an attempt of its own */
  async putBack({ id }: TakenReplay, counts: boolean): Promise<void> {
    await this.pool.query(RELEASE, [id, counts]);
  }

  complete({ id }: TakenReplay, events: number, answer: CompletedReplay): Promise<void> {
    return this.finish(id, 'completed', events, answer);
  }

  fail({ id }: TakenReplay, events: number, answer: FailedReplay): Promise<void> {
    return this.finish(id, 'failed', events, answer);
  }

  async find(id: string): Promise<ReplayJob | null> {
    const [row] = (await this.pool.query<JobRow>(FIND, [id])).rows;
    if (!row) return null;
    const { events_read, asked_at, finished_at, ...job } = row;
    return { ...job, eventsRead: Number(events_read), askedAt: asked_at, finishedAt: finished_at };
  }

  private async finish(id: string, state: string, events: number, answer: object): Promise<void> {
    await this.pool.query(FINISH, [id, state, events, JSON.stringify(answer), this.clock()]);
  }
}
