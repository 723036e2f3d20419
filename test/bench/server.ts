import 'reflect-metadata';
import { createLogger } from '@lueckenlos/platform';
import { configOrExit, startService } from '@lueckenlos/service';
import { wholeSystem } from '../system/whole-system';

/** The standalone process without its demo, measured from outside. */
async function main(): Promise<void> {
  const config = configOrExit();
  const { address } = await startService(wholeSystem, {
    config,
    logger: createLogger(config, process.stderr),
  });
  process.stdout.write(`LISTENING ${address}\n`);
}

void main();
