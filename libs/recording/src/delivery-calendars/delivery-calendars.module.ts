import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DefinitionsModule } from '../definitions';
import { AnnounceDeliveriesHandler } from './announce-deliveries.handler';
import { DeliveryCalendarsController } from './delivery-calendars.controller';
import './delivery-calendars.problems';
import { DeliveryCalendars } from './delivery-calendars';

/** What agencies announce to deliver. That a delivery is complete they say with an event, as everything else. */
@Module({
  imports: [CqrsModule, DefinitionsModule],
  controllers: [DeliveryCalendarsController],
  providers: [DeliveryCalendars, AnnounceDeliveriesHandler],
})
export class DeliveryCalendarsModule {}
