import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DefinitionsModule } from '../definitions';
import '../problems';
import { OutcomeCounter } from '../outcomes/outcome-counter';
import { RecordEventsController } from './record-events.controller';
import { RecordEventsHandler } from './record-events.handler';
import { Recorder } from './recorder';
import { RowChecker } from './row-checker';

/** Single posts and batches, and the {@link Recorder} for every other way in. */
@Module({
  imports: [CqrsModule, DefinitionsModule],
  controllers: [RecordEventsController],
  providers: [Recorder, RecordEventsHandler, RowChecker, OutcomeCounter],
  exports: [Recorder, RowChecker],
})
export class RecordEventsModule {}
