import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import type { Service } from '@lueckenlos/service';

/** The intake process of an installation with several, with the issuer of the demo inside. */
export const intakeService: Service = {
  name: 'intake',
  description: '',
  modules: [RecordingModule],
  migrations: [...accessMigrations, ...eventStoreMigrations, ...recordingMigrations],
  standalone: true,
};
