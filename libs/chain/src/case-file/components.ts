import { compareCodePoints } from '../code-points';

/** What is joined to what, step by step: each component sorted by code points, the components by their least. */
export function components(ids: Iterable<string>, pairs: Iterable<readonly [string, string]>): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(id, root);
    return root;
  };
  for (const id of ids) rootOf(id);
  for (const [a, b] of pairs) parents.set(rootOf(a), rootOf(b));

  const found = new Map<string, string[]>();
  for (const id of [...parents.keys()].sort(compareCodePoints)) {
    const root = rootOf(id);
    const component = found.get(root);
    if (component) component.push(id);
    else found.set(root, [id]);
  }
  return [...found.values()];
}
