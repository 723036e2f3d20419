import { faultOf } from '../problems/fault-of';
import type { Fault } from '../problems/problem-definition';
import type { Logger } from './logger';

/**
 * A fault that may last: logged when it begins or becomes another, and when it has passed, however often it is met in
 * between. Who waits for a database that is away looks each second and must not fill the log with that.
 */
export class Trouble {
  private current: { readonly fault: Fault; readonly since: number } | undefined;

  /** `about` says in each line whose trouble it is. */
  constructor(
    private readonly logger: Logger,
    private readonly about: Readonly<Record<string, unknown>>,
  ) {}

  /** What is wrong at present. */
  get fault(): Fault | undefined {
    return this.current?.fault;
  }

  met(err: unknown): void {
    const fault = faultOf(err);
    if (this.current?.fault.code === fault.code) return;
    this.current = { fault, since: this.current?.since ?? performance.now() };
    this.logger.warn({ ...this.about, code: fault.code, err }, 'Waits and tries again');
  }

  passed(): void {
    if (!this.current) return;
    const seconds = Math.round((performance.now() - this.current.since) / 1_000);
    this.current = undefined;
    this.logger.info({ ...this.about, seconds }, 'Goes on');
  }
}
