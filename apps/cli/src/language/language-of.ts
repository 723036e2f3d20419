import type { Language } from '@lueckenlos/terminal';

/** The language of the environment, by the precedence of POSIX: German where it says so, else English. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('de') ? 'de' : 'en';
}
