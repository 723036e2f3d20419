import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions';
import { RecordEventsModule } from '../record-events/record-events.module';
import { CancelImport } from './http/cancel-import';
import { ImportsController } from './http/imports.controller';
import { ImportJobs } from './job/import-jobs';
import { Rehearsal } from './rehearsal/rehearsal';
import { ImportRunner } from './run/import-runner';
import { ImportWorker } from './run/import-worker';
import { ImportIntake } from './spool/import-intake';
import './imports.problems';

/** Files of events of any size: taken in durably, worked in the background, reported line by line. */
@Module({
  imports: [DefinitionsModule, RecordEventsModule],
  controllers: [ImportsController],
  providers: [ImportIntake, ImportJobs, CancelImport, Rehearsal, ImportRunner, ImportWorker],
  exports: [ImportIntake, ImportJobs, ImportWorker],
})
export class ImportsModule {}
