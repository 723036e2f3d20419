import { AccessLogModule, accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { releaseMigrations, ReleasesModule } from '@lueckenlos/releases';
import { replayMigrations, ReplayModule } from '@lueckenlos/replay';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import type { Service } from '@lueckenlos/service';

/** What the standalone process is made of, as the tests start it. */
export const wholeSystem: Service = {
  name: 'standalone',
  description: '',
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
