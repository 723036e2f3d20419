import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import type { Config } from '../config/config';
import { loggableError } from './error-serializer';
import { loggableRequest } from './request-serializer';

/** A pino logger that leaves out payloads, query strings and ids. */
export type Logger = PinoLogger;

/** Makes the logger of the process: one JSON object a line, on standard output unless told otherwise. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: loggableError, error: loggableError, req: loggableRequest },
  };
  return destination ? pino(options, destination) : pino(options);
}
