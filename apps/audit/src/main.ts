import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { ReplayModule } from '@lueckenlos/replay';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'audit',
  description: 'Gives the log to auditors.',
  modules: [ReplayModule],
  migrations: [...accessMigrations, ...eventStoreMigrations],
  standalone: false,
});
