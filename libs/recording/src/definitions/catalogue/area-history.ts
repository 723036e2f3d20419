import { parseMonth, type AreaHierarchy, type Month } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { normalAreas } from '../shape/normal-form';
import { areasDefinedIn, placeOf, type DefinitionPlace } from './definition-event';

/** The areas of a municipality from one month on, as they were last defined. */
export interface DefinedAreas extends DefinitionPlace {
  readonly municipality: string;
  readonly hierarchy: AreaHierarchy;
  readonly validFrom: Month;
}

/** All area hierarchies. A municipality has one edition for each month from which one is valid; the last one said counts. */
export class AreaHistory {
  readonly #editions = new Map<string, Map<Month, DefinedAreas>>();
  readonly #revisions = new Map<string, bigint>();
  readonly #owners = new Map<string, string>();

  apply(event: StoredEvent): void {
    const { municipality, ...body } = areasDefinedIn(event);
    const hierarchy = normalAreas(body);
    const validFrom = parseMonth(hierarchy.validFrom) ?? 0;
    const editions = this.#editions.get(municipality) ?? new Map<Month, DefinedAreas>();
    editions.set(validFrom, { ...placeOf(event), municipality, hierarchy, validFrom });
    this.#editions.set(municipality, editions);
    this.#revisions.set(municipality, event.revision);
    for (const { code } of hierarchy.areas) this.#owners.set(code, municipality);
  }

  /** Every code that any edition has ever defined. */
  get codes(): ReadonlySet<string> {
    return new Set(this.#owners.keys());
  }

  /** The codes of all other municipalities, with the municipality that each belongs to. */
  codesElsewhere(municipality: string): Map<string, string> {
    return new Map([...this.#owners].filter(([, owner]) => owner !== municipality));
  }

  /** The revision of the last event of a municipality; null where there is none. */
  revision(municipality: string): bigint | null {
    return this.#revisions.get(municipality) ?? null;
  }

  edition(municipality: string, validFrom: Month): DefinedAreas | null {
    return this.#editions.get(municipality)?.get(validFrom) ?? null;
  }

  /** The editions of a municipality, the earliest first. */
  editions(municipality: string): DefinedAreas[] {
    const editions = [...(this.#editions.get(municipality)?.values() ?? [])];
    return editions.sort((one, other) => one.validFrom - other.validFrom);
  }

  municipalities(): string[] {
    return [...this.#editions.keys()];
  }
}
