import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'projector',
  description: 'Keeps the read models up to date.',
  modules: [ProjectionsModule],
  migrations: [...accessMigrations, ...eventStoreMigrations, ...projectionMigrations],
  standalone: false,
});
