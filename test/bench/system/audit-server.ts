import { AccessLogModule, accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { projectionMigrations } from '@lueckenlos/projections';
import { releaseMigrations } from '@lueckenlos/releases';
import { replayMigrations, ReplayModule } from '@lueckenlos/replay';
import { serve } from './serve';

/** The audit process of an installation with several, with the issuer of the demo inside. */
void serve({
  name: 'audit',
  description: '',
  modules: [ReplayModule, AccessLogModule],
  migrations: [
    ...accessMigrations,
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...releaseMigrations,
    ...replayMigrations,
  ],
  standalone: true,
});
