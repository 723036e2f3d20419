import type { Type } from '@nestjs/common';
import { DefineAreasCommand, DefineChainCommand } from '../definitions';
import { AnnounceDeliveriesCommand } from '../delivery-calendars/announce-deliveries.command';
import { RecordEventsCommand } from '../record-events/record-events.command';

/** All commands of the write side. A new one is added here, or the process does not start. */
export const RECORDING_COMMANDS: readonly Type[] = [
  RecordEventsCommand,
  DefineChainCommand,
  DefineAreasCommand,
  AnnounceDeliveriesCommand,
];
