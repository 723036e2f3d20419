import 'reflect-metadata';
import { AccessLogModule, accessMigrations } from '@lueckenlos/access';
import { Narrator, runDemo } from '@lueckenlos/demo';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { createLogger, languageOf, VERSION } from '@lueckenlos/platform';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { releaseMigrations, ReleasesModule } from '@lueckenlos/releases';
import { replayMigrations, ReplayModule } from '@lueckenlos/replay';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import { configOrExit, startService } from '@lueckenlos/service';

const service = {
  name: 'standalone',
  description: 'The whole system in one process.',
  modules: [RecordingModule, ProjectionsModule, FiguresModule, ReleasesModule, ReplayModule, AccessLogModule],
  migrations: [
    ...accessMigrations,
    ...eventStoreMigrations,
    ...recordingMigrations,
    ...projectionMigrations,
    ...releaseMigrations,
    ...replayMigrations,
  ],
  standalone: true,
};

async function main(): Promise<void> {
  const config = configOrExit();
  // People read standard output, machines read the log on standard error.
  const logger = createLogger(config, process.stderr);
  const narrator = new Narrator(process.stdout, languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
  narrator.say(`Lückenlos ${VERSION}`);
  const running = await startService(service, { config, logger, observe: (step) => narrator.step(step) });
  await runDemo(running, narrator);
}

void main();
