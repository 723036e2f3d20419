import 'reflect-metadata';
import { createLogger } from '@lueckenlos/platform';
import { configOrExit, startService, type Service } from '@lueckenlos/service';

/** Starts a process that is measured from outside, and says where it listens. */
export async function serve(service: Service): Promise<void> {
  const config = configOrExit();
  const logger = createLogger(config, process.stderr);
  const { address } = await startService(service, { config, logger });
  process.stdout.write(`LISTENING ${address}\n`);
}
