import { variables, type Variable } from './variables';

type Variables = typeof variables;

type Settings = {
  readonly [K in keyof Variables]: Variables[K] extends { fallback: infer T }
    ? T
    : Variables[K] extends Variable<infer T>
      ? T | undefined
      : never;
};

/** The configuration, typed and complete. Made once, by {@link loadConfig}. */
export interface Config extends Omit<Settings, 'demo' | 'publicUrl'> {
  readonly demo: 'krefeld' | 'none';
  /** Without a slash at the end. */
  readonly publicUrl: string;
}
