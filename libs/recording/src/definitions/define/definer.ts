import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, WrongExpectedRevisionError, type EventStore } from '@lueckenlos/event-store';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { DefinitionCatalogue } from '../catalogue/definition-catalogue';
import { definitionEvent, type Definition } from '../catalogue/definition-event';
import { DefinitionLock } from './definition-lock';

/** What a definition comes to, once it is read against what is in force. */
export interface Plan {
  readonly definition: Definition;
  /** The last revision of its stream; null where nothing is in it. */
  readonly revision: bigint | null;
  /** Nothing was defined under its id before. */
  readonly isFirst: boolean;
  /** Nothing is stored where the definition in force says the same. */
  readonly changes: boolean;
}

/** `created`: the first under its id. */
export type Outcome = 'created' | 'changed' | 'unchanged';

const ATTEMPTS = 5;

/** Puts definitions in force: in the log, and in the catalogue of this process before it answers. */
@Injectable()
export class Definer {
  constructor(
    private readonly catalogue: DefinitionCatalogue,
    private readonly lock: DefinitionLock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The plan is made again when somebody who does not know our lock was faster; after some attempts that is a 409. */
  define(plan: () => Plan | Promise<Plan>): Promise<Outcome> {
    return this.lock.exclusively(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.attempt(plan);
        } catch (error) {
          if (!(error instanceof WrongExpectedRevisionError) || attempt === ATTEMPTS) throw error;
        }
      }
    });
  }

  private async attempt(plan: () => Plan | Promise<Plan>): Promise<Outcome> {
    await this.catalogue.refresh();
    const { definition, revision, isFirst, changes } = await plan();
    if (!changes) return 'unchanged';
    const now = this.clock();
    const event = definitionEvent(definition, (revision ?? -1n) + 1n, now);
    await this.store.append(
      [{ stream: definition.stream, expected: revision ?? 'noStream', events: [event] }],
      now,
    );
    await this.catalogue.refresh();
    return isFirst ? 'created' : 'changed';
  }
}
