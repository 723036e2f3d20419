import { Inject, Injectable } from '@nestjs/common';
import type { AreaHierarchy, ChainDefinition, Month } from '@lueckenlos/chain';
import { EVENT_STORE, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import type { StageWindow, Vocabulary } from '../../wire/vocabulary';
import { AreaHistory, type DefinedAreas } from './area-history';
import { ChainHistory, type DefinedChain } from './chain-history';
import { windowsOf } from './stage-windows';

const PAGE = 500;

/** What is defined, as of the last {@link refresh}: chains with their history, areas with their editions. */
@Injectable()
export class DefinitionCatalogue implements Vocabulary {
  readonly #chains = new ChainHistory();
  readonly #areas = new AreaHistory();
  readonly #read = new Map<string, bigint>();
  #codes: ReadonlySet<string> = new Set();
  #reading: Promise<unknown> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /**
   * Reads what was defined since the last time. Callers who come while a reading is under way share the next one:
   * the present one may have begun before the event that they look for.
   */
  refresh(): Promise<void> {
    this.#waiting ??= this.#reading.then(() => {
      this.#waiting = undefined;
      const reading = this.#readOn();
      this.#reading = reading.catch(() => undefined);
      return reading;
    });
    return this.#waiting;
  }

  stages(): ReadonlySet<string> {
    return this.#chains.stages;
  }

  areas(): ReadonlySet<string> {
    return this.#codes;
  }

  windows(stage: string, birth: Month): readonly StageWindow[] {
    return windowsOf(this.#chains.newest(), stage, birth);
  }

  /** The newest definition of every chain. */
  chains(): readonly ChainDefinition[] {
    return this.#chains.newest().map(({ definition }) => definition);
  }

  /** The newest definition of a chain, or the newest of those recorded before an instant; null where there is none. */
  chain(id: string, knownBefore?: Date): DefinedChain | null {
    return this.#chains.find(id, knownBefore);
  }

  municipalities(): string[] {
    return this.#areas.municipalities();
  }

  /** The editions of a municipality, the earliest first. */
  editions(municipality: string): readonly DefinedAreas[] {
    return this.#areas.editions(municipality);
  }

  /** The hierarchy that is valid in a month; null before the first edition. */
  hierarchy(municipality: string, on: Month): AreaHierarchy | null {
    return this.#areas.editions(municipality).findLast(({ validFrom }) => validFrom <= on)?.hierarchy ?? null;
  }

  /** What the check of a new edition needs to know. */
  areaContext(municipality: string): {
    revision: bigint | null;
    codesElsewhere: ReadonlyMap<string, string>;
  } {
    return {
      revision: this.#areas.revision(municipality),
      codesElsewhere: this.#areas.codesElsewhere(municipality),
    };
  }

  async #readOn(): Promise<void> {
    await this.#follow('chain', (event) => this.#chains.apply(event));
    const before = this.#read.get('areas');
    await this.#follow('areas', (event) => this.#areas.apply(event));
    if (this.#read.get('areas') !== before) this.#codes = this.#areas.codes;
  }

  async #follow(category: string, apply: (event: StoredEvent) => void): Promise<void> {
    for (;;) {
      const events = await this.store.readCategory(category, this.#read.get(category) ?? 0n, PAGE);
      for (const event of events) {
        apply(event);
        this.#read.set(category, event.position);
      }
      if (events.length < PAGE) return;
    }
  }
}
