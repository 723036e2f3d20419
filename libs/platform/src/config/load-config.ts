import { resolve } from 'node:path';
import type { Config } from './config';
import { variables, type Variable } from './variables';

/** Everything that is wrong with the environment, one line for each variable. */
export class ConfigurationError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(['The configuration is wrong:', ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Reads the environment: the only place that does. An empty variable counts as absent. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const mistakes: string[] = [];
  const read = <T>(variable: Variable<T>): T | undefined => {
    const value = environment[variable.name]?.trim();
    try {
      return value ? variable.read(value) : variable.fallback;
    } catch (error) {
      mistakes.push(`${variable.name} ${error instanceof Error ? error.message : String(error)}`);
      return variable.fallback;
    }
  };
  const config = complete(readAll(read));
  if (mistakes.length > 0) {
    throw new ConfigurationError(mistakes);
  }
  return config;
}

type Raw = Omit<Config, 'demo' | 'publicUrl'> & Partial<Pick<Config, 'demo' | 'publicUrl'>>;

function readAll(read: (variable: Variable<unknown>) => unknown): Raw {
  const entries = Object.entries(variables).map(([key, variable]) => [key, read(variable)]);
  return Object.fromEntries(entries) as Raw;
}

function complete(raw: Raw): Config {
  const dataDir = resolve(raw.dataDir);
  return {
    ...raw,
    dataDir,
    agenciesFile: raw.agenciesFile && resolve(raw.agenciesFile),
    // A database that somebody else runs is never filled with invented children unasked.
    demo: raw.demo ?? (raw.databaseUrl ? 'none' : 'krefeld'),
    publicUrl: (raw.publicUrl ?? `http://localhost:${raw.port}`).replace(/\/+$/, ''),
  };
}
