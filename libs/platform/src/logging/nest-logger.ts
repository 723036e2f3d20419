import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Passes what Nest itself says on to our logger. Its chatter while starting is worth no more than `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  /** Nest gives the context last; before it, with an error, may come a stack. */
  private write(
    level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    more: unknown[],
  ): void {
    const context = more.findLast((part): part is string => typeof part === 'string');
    if (message instanceof Error) {
      this.logger[level]({ context, err: message });
    } else {
      this.logger[level]({ context }, String(message));
    }
  }
}
