import { Command } from '@nestjs/cqrs';
import type { Outcome } from './definer';

/** Puts a chain in force. The body is what somebody sent: it is checked in full. */
export class DefineChainCommand extends Command<Outcome> {
  constructor(
    readonly id: string,
    readonly body: unknown,
    readonly definedBy: string,
  ) {
    super();
  }
}
