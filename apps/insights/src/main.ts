import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { projectionMigrations } from '@lueckenlos/projections';
import { releaseMigrations, ReleasesModule } from '@lueckenlos/releases';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'insights',
  description: 'Answers questions for figures.',
  modules: [FiguresModule, ReleasesModule],
  migrations: [...accessMigrations, ...eventStoreMigrations, ...projectionMigrations, ...releaseMigrations],
  standalone: false,
});
