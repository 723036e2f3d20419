import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logging/logger';

/** The signals that ask a process to stop, one by one or all at once. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Everything must be down before an operator's patience (30 s) ends in a kill. */
const MOST_MILLISECONDS = 28_000;

export interface ShutdownOptions {
  readonly logger: Logger;
  readonly limitMs?: number;
  readonly exit?: (code: number) => void;
}

/** Thrown where a process that is already stopping is told to start something more. */
export class StoppingError extends Error {
  constructor() {
    super('The process is stopping.');
    this.name = 'StoppingError';
  }
}

/**
 * Starts the parts of a process in order and stops them in the opposite one, once, however many signals
 * arrive and however early: a part that is still starting is waited for and then stopped.
 */
export class Shutdown {
  private readonly parts: { name: string; stop: () => Promise<void> }[] = [];
  private starting: Promise<unknown> = Promise.resolve();
  private stopping?: Promise<void>;
  /** The part that is being stopped; at first, one that is still starting. */
  private waitedFor = 'start';

  constructor(private readonly options: ShutdownOptions) {}

  /** Listens to the signals from now on. An error that nobody caught stops the parts too, with code 1. */
  listen(): this {
    process.on('uncaughtException', (err) => {
      this.options.logger.fatal({ err }, 'An error that nobody caught');
      void this.stop('uncaughtException', 1);
    });
    for (const signal of SIGNALS) {
      process.on(signal, () => void this.stop(signal));
    }
    return this;
  }

  /** Whether the process is on its way down: what fails from now on fails because of that. */
  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Starts a part and remembers how to stop it. */
  async hold<T>(name: string, start: () => Promise<T>, stop: (part: T) => Promise<unknown>): Promise<T> {
    if (this.stopping) {
      throw new StoppingError();
    }
    const started = start().then((part) => {
      this.parts.push({ name, stop: async () => void (await stop(part)) });
      return part;
    });
    this.starting = started.catch(() => undefined);
    return started;
  }

  /** Stops all parts, the last one first, and ends the process: with code 0 if each of them went down well. */
  stop(reason: string, code = 0): Promise<void> {
    this.stopping ??= this.stopAll(reason, code);
    return this.stopping;
  }

  private async stopAll(reason: string, code: number): Promise<void> {
    const {
      logger,
      limitMs = MOST_MILLISECONDS,
      exit = (status: number) => process.exit(status),
    } = this.options;
    logger.info({ reason }, 'Stopping');
    const limit = new AbortController();
    const clean = await Promise.race([
      this.stopParts(),
      pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined),
    ]);
    limit.abort();
    if (clean === undefined) {
      logger.error({ part: this.waitedFor, limitMs }, 'A part did not stop in time');
    }
    logger.info({ clean: clean ?? false }, 'Stopped');
    exit(clean ? code : 1);
  }

  private async stopParts(): Promise<boolean> {
    let clean = true;
    await this.starting;
    for (let part = this.parts.pop(); part; part = this.parts.pop()) {
      this.waitedFor = part.name;
      try {
        await part.stop();
      } catch (err) {
        clean = false;
        this.options.logger.error({ part: part.name, err }, 'A part did not stop as it should');
      }
    }
    return clean;
  }
}
