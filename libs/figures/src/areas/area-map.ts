import { areaOfKind, parseMonth, type Area, type Month } from '@lueckenlos/chain';

/** An edition of a municipality's hierarchy, as the read model keeps it. */
export interface AreaEdition {
  readonly municipality: string;
  readonly validFrom: string;
  readonly areas: readonly Area[];
}

/** The areas of all municipalities as they were in one month. */
export class AreaMap {
  private readonly areas: ReadonlyMap<string, Area>;

  constructor(editions: readonly AreaEdition[], month: Month) {
    const valid = editionsAt(editions, month);
    this.areas = new Map(valid.flatMap(({ areas }) => areas.map((area) => [area.code, area])));
  }

  has(code: string): boolean {
    return this.areas.has(code);
  }

  nameOf(code: string): string | null {
    return this.areas.get(code)?.name ?? null;
  }

  /** The kind of an area; null where there is no such area. */
  levelOf(code: string): string | null {
    return this.areas.get(code)?.kind ?? null;
  }

  all(): Area[] {
    return [...this.areas.values()];
  }

  /** The kinds of areas, in the order in which they were defined. */
  levels(): string[] {
    return [...new Set([...this.areas.values()].map(({ kind }) => kind))];
  }

  /** The area of a level in which a code lies; null where there is none then. */
  ancestor(code: string, level: string): string | null {
    return areaOfKind(this.areas, code, level);
  }

  /** A code and all codes below it. */
  withDescendants(code: string): string[] {
    return [...this.areas.keys()].filter((candidate) => this.liesIn(candidate, code));
  }

  private liesIn(code: string, ancestor: string): boolean {
    let area = this.areas.get(code);
    while (area && area.code !== ancestor)
      area = area.parent === null ? undefined : this.areas.get(area.parent);
    return area !== undefined;
  }
}

/** Of each municipality the edition with the greatest first month that is not later. */
function editionsAt(editions: readonly AreaEdition[], month: Month): AreaEdition[] {
  const newest = new Map<string, { from: Month; edition: AreaEdition }>();
  for (const edition of editions) {
    const from = parseMonth(edition.validFrom) ?? Infinity;
    const known = newest.get(edition.municipality);
    if (from <= month && (!known || known.from < from)) newest.set(edition.municipality, { from, edition });
  }
  return [...newest.values()].map(({ edition }) => edition);
}
