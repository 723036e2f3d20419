import { caseFileOf, components, isLink, type CaseFile, type FiledDelivery } from '@lueckenlos/chain';
import type { Delivered } from './gathered-deliveries';

/** The cases that something was delivered about; a link is about two. */
export function casesOf(arrived: Delivered): string[] {
  const ids = new Set(arrived.keys());
  for (const deliveries of arrived.values()) {
    for (const delivery of deliveries) if (isLink(delivery)) ids.add(delivery.other);
  }
  return [...ids];
}

/** Case files that became one, or were touched, or began: the files there were, and the one there is now. */
export interface ChangedFile {
  readonly before: readonly CaseFile[];
  readonly after: CaseFile;
}

/** Files what has arrived. A link joins the files of its two cases to one, and begins those that it is first to name. */
export function joinFiles(stored: readonly CaseFile[], arrived: Delivered): ChangedFile[] {
  const fileOf = new Map(stored.flatMap((file) => [...file.members.keys()].map((id) => [id, file] as const)));
  return components(arrived.keys(), [...neighbours(stored), ...linked(arrived)]).map((family) => {
    const before = [...new Set(family.flatMap((id) => fileOf.get(id) ?? []))];
    const links = before.flatMap((file) => file.links);
    const members = family.map(
      (id) => [id, merge(fileOf.get(id)?.members.get(id), arrived.get(id))] as const,
    );
    const after = caseFileOf(members);
    return { before, after: { members: after.members, links: [...links, ...after.links] } };
  });
}

/** In order of position: what was parked and is replayed comes after later ones. */
function merge(
  stored: readonly FiledDelivery[] = [],
  arrived: readonly FiledDelivery[] = [],
): FiledDelivery[] {
  return [...stored, ...arrived].sort((a, b) => a.position - b.position);
}

function neighbours(files: readonly CaseFile[]): (readonly [string, string])[] {
  return files.flatMap(({ members }) => {
    const [first, ...others] = members.keys();
    return others.map((other) => [first ?? other, other] as const);
  });
}

function linked(arrived: Delivered): (readonly [string, string])[] {
  return [...arrived.values()]
    .flat()
    .filter(isLink)
    .map(({ caseId, other }) => [caseId, other] as const);
}
