import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { createLogger } from '@lueckenlos/platform';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import { configOrExit, startService } from '@lueckenlos/service';

/** The standalone process without its demo, measured from outside. */
async function main(): Promise<void> {
  const config = configOrExit();
  const { address } = await startService(
    {
      name: 'bench',
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
    { config, logger: createLogger(config, process.stderr) },
  );
  process.stdout.write(`LISTENING ${address}\n`);
}

void main();
