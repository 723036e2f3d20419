import { variables, type Variable } from './variables';

export interface ConfigRow {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/** What `npm run config` lists. */
export function configTable(): ConfigRow[] {
  return Object.values<Variable<unknown>>(variables).map(({ name, fallback, defaultText, meaning }) => ({
    name,
    default: defaultText ?? String(fallback),
    meaning,
  }));
}
