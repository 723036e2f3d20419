import { createPool } from '@lueckenlos/platform';
import { until } from '@lueckenlos/platform/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

/** An embedded PostgreSQL as somebody sees it who wants to kill it. */
export class VictimDatabase {
  private kept: Pool | undefined;

  constructor(private readonly dataDir: string) {}

  get url(): string {
    const password = readFileSync(join(this.dataDir, 'postgres-password'), 'utf8').trim();
    return `postgresql://lueckenlos:${encodeURIComponent(password)}@127.0.0.1:${this.note(3)}/lueckenlos`;
  }

  get pool(): Pool {
    this.kept ??= createPool({ url: this.url, size: 4 });
    return this.kept;
  }

  /** All of it at once: its processes find out that they are orphans. */
  killServer(): void {
    process.kill(this.note(0), 'SIGKILL');
  }

  /** The sessions of the processes under test. */
  async sessions(): Promise<number[]> {
    const { rows } = await this.pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name = 'lueckenlos' AND pid <> pg_backend_pid()`,
    );
    return rows.map(({ pid }) => pid);
  }

  /** One session with signal 9: the server takes all others down and recovers. */
  killSession(pid: number): void {
    process.kill(pid, 'SIGKILL');
  }

  async endSession(pid: number): Promise<void> {
    await this.pool.query('SELECT pg_terminate_backend($1)', [pid]);
  }

  async serves(): Promise<void> {
    await until(() => this.pool.query('SELECT 1'), { what: 'the database', timeoutMs: 120_000 });
  }

  async close(): Promise<void> {
    await this.kept?.end();
  }

  /** A line of the note that a running server keeps: 0 its process, 3 its port. */
  private note(line: number): number {
    return Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[line]);
  }
}
