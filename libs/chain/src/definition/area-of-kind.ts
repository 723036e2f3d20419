import type { Area } from './area-hierarchy';

/** The area of a kind in which a code lies, itself included; null where there is none. */
export function areaOfKind(areas: ReadonlyMap<string, Area>, code: string, kind: string): string | null {
  let area = areas.get(code);
  while (area && area.kind !== kind) area = area.parent === null ? undefined : areas.get(area.parent);
  return area?.code ?? null;
}
