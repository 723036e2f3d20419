import { Command } from '@nestjs/cqrs';
import type { Outcome } from './definer';

/** Puts the areas of a municipality in force from a month on. The body is what somebody sent: it is checked in full. */
export class DefineAreasCommand extends Command<Outcome> {
  constructor(
    readonly municipality: string,
    readonly body: unknown,
    readonly definedBy: string,
  ) {
    super();
  }
}
