import 'reflect-metadata';
import { Narrator, runDemo } from '@lueckenlos/demo';
import { createLogger } from '@lueckenlos/platform';
import { configOrExit, startService } from '@lueckenlos/service';
import { wholeSystem } from '../system/whole-system';

const births = { from: 2006, to: 2025 };

/** The standalone process with a Krefeld that is filled within seconds. Run by the tests beside it. */
async function main(): Promise<void> {
  const config = configOrExit();
  const running = await startService(wholeSystem, { config, logger: createLogger(config, process.stderr) });
  const narrator = new Narrator(process.stdout, 'en');
  await runDemo(running, narrator, () => ({ scale: 0.01, births, until: '2026-10', seed: 7 }));
}

void main();
