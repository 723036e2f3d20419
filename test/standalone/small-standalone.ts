import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { Narrator, runDemo } from '@lueckenlos/demo';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { createLogger } from '@lueckenlos/platform';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import { configOrExit, startService } from '@lueckenlos/service';

/** The standalone process with a Krefeld that is filled within seconds. Run by the tests beside it. */
async function main(): Promise<void> {
  const config = configOrExit();
  const logger = createLogger(config, process.stderr);
  const running = await startService(
    {
      name: 'standalone',
      description: '',
      modules: [RecordingModule, ProjectionsModule, FiguresModule],
      migrations: [
        ...accessMigrations,
        ...eventStoreMigrations,
        ...recordingMigrations,
        ...projectionMigrations,
      ],
      standalone: true,
    },
    { config, logger },
  );
  const births = { from: 2006, to: 2025 };
  await runDemo(running, new Narrator(process.stdout, 'en'), () => ({
    scale: 0.01,
    births,
    until: '2026-10',
    seed: 7,
  }));
}

void main();
