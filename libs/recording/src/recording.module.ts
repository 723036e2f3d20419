import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsCheck } from './commands/commands-check';
import { DefinitionsModule } from './definitions';
import { DeliveryCalendarsModule } from './delivery-calendars/delivery-calendars.module';
import { ImportsModule } from './imports';
import { OwnRecordsModule } from './own-records/own-records.module';
import { RecordEventsModule } from './record-events/record-events.module';

/** The write side. Needs the modules of platform, access and the event store. */
@Module({
  imports: [
    CqrsModule.forRoot(),
    DefinitionsModule,
    DeliveryCalendarsModule,
    RecordEventsModule,
    OwnRecordsModule,
    ImportsModule,
  ],
  providers: [CommandsCheck],
  exports: [DefinitionsModule, RecordEventsModule, ImportsModule],
})
export class RecordingModule {}
