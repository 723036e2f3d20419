import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../definitions/define/definer';

/** Puts the delivery calendar of an agency in force. The body is what somebody sent: it is checked in full. */
export class AnnounceDeliveriesCommand extends Command<Outcome> {
  constructor(
    readonly agency: string,
    readonly body: unknown,
    readonly definedBy: string,
  ) {
    super();
  }
}
