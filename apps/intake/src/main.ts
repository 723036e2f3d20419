import 'reflect-metadata';
import { accessMigrations } from '@lueckenlos/access';
import { eventStoreMigrations } from '@lueckenlos/event-store';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import { runService } from '@lueckenlos/service';

void runService({
  name: 'intake',
  description: 'Takes events, files and definitions in.',
  modules: [RecordingModule],
  migrations: [...accessMigrations, ...eventStoreMigrations, ...recordingMigrations],
  standalone: false,
});
