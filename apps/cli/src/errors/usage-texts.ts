import type { Title } from '@lueckenlos/chain';
import type { CommanderError } from 'commander';

/** Commander speaks English only. The names in a message are all that differs from case to case. */
const GERMAN: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'Die Option {0} gibt es nicht.',
  'commander.unknownCommand': 'Den Befehl {0} gibt es nicht.',
  'commander.missingArgument': 'Es fehlt die Angabe {0}.',
  'commander.optionMissingArgument': 'Der Option {0} fehlt ihr Wert.',
  'commander.missingMandatoryOptionValue': 'Die Option {0} ist nötig.',
  'commander.conflictingOption': 'Die Optionen {0} und {1} schließen einander aus.',
  'commander.excessArguments': 'Zu viele Angaben.',
};

/** What commander found wrong, in both languages. */
export function usageText({ code, message }: CommanderError): Title {
  const english = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const names = [...english.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  const german = GERMAN[code]?.replace(/\{(\d)\}/g, (_, i: string) => names[Number(i)] ?? '');
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(english)?.[1];
  if (german === undefined) return { en: english, de: english };
  return { en: english, de: meant === undefined ? german : `${german} Gemeint vielleicht: ${meant}` };
}
