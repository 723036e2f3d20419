import { schedulerFor, type ChainDefinition, type Scheduler } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { normalChain } from '../shape/normal-form';
import { chainDefinedIn, placeOf, type DefinitionPlace } from './definition-event';

/** A chain as it was defined at one place of the log. */
export interface DefinedChain extends DefinitionPlace {
  readonly definition: ChainDefinition;
  readonly schedule: Scheduler;
}

/** All definitions of all chains, folded from their events in the order of the log. */
export class ChainHistory {
  readonly #chains = new Map<string, DefinedChain[]>();
  readonly #stages = new Set<string>();

  apply(event: StoredEvent): void {
    const { chain: id, ...body } = chainDefinedIn(event);
    const definition = { id, ...normalChain(body) };
    const defined = { ...placeOf(event), definition, schedule: schedulerFor(definition) };
    this.#chains.set(id, [...(this.#chains.get(id) ?? []), defined]);
    for (const { stages } of definition.versions) stages.forEach((stage) => this.#stages.add(stage.id));
  }

  /** Every stage that any version of any chain has ever defined. */
  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  newest(): DefinedChain[] {
    return [...this.#chains.values()].flatMap((history) => history.at(-1) ?? []);
  }

  /** The newest definition, or the newest of those recorded before an instant. */
  find(id: string, knownBefore?: Date): DefinedChain | null {
    const history = this.#chains.get(id) ?? [];
    const found = knownBefore
      ? history.findLast(({ recordedAt }) => Date.parse(recordedAt) < knownBefore.getTime())
      : history.at(-1);
    return found ?? null;
  }
}
