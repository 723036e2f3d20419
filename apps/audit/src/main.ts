import 'reflect-metadata';
import { AccessLogModule, accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { projectionMigrations } from '@lueckenlos/projections';
import { releaseMigrations } from '@lueckenlos/releases';
import { replayMigrations, ReplayModule } from '@lueckenlos/replay';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'audit',
  description:
    'Gives the log to auditors and counts figures again from it, the access log to the data-protection officer.',
  modules: [ReplayModule, AccessLogModule],
  migrations: [
    ...accessMigrations,
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...releaseMigrations,
    ...replayMigrations,
  ],
  standalone: false,
});
