import 'reflect-metadata';
import { AccessLogModule, accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { ReplayModule } from '@lueckenlos/replay';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'audit',
  description: 'Gives the log to auditors, the access log to the data-protection officer.',
  modules: [ReplayModule, AccessLogModule],
  migrations: [...accessMigrations, ...eventStoreMigrations],
  standalone: false,
});
