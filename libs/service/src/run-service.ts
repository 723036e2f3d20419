import { ConfigurationError, createLogger, loadConfig, type Config } from '@lueckenlos/platform';
import type { Service } from './service';
import { startService } from './start-service';

/** The whole life of a process without a terminal: it logs on standard output, and ends with 1 if it can't start. */
export async function runService(service: Service): Promise<void> {
  const config = configOrExit();
  await startService(service, { config, logger: createLogger(config) });
}

/** The configuration; where it is wrong, every mistake goes to standard error and the process ends. */
export function configOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
