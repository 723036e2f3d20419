/** A handler and the command that it says it handles. */
export interface HandledCommand {
  readonly command: NamedClass;
  readonly handler: NamedClass;
}

export interface NamedClass {
  readonly name: string;
}

/** What is wrong between a list of commands and the handlers found, a sentence each. */
export function handlerProblems(commands: readonly NamedClass[], found: readonly HandledCommand[]): string[] {
  const miscounted = commands.flatMap((command) => {
    const handlers = found.filter((one) => one.command === command).map(({ handler }) => handler.name);
    if (handlers.length === 1) return [];
    return [
      `${command.name} has ${handlers.length === 0 ? 'no handler' : `the handlers ${handlers.join(', ')}`}`,
    ];
  });
  const unlisted = found
    .filter(({ command }) => !commands.includes(command))
    .map(({ command, handler }) => `${handler.name} handles ${command.name}, which is not listed`);
  return [...miscounted, ...unlisted];
}
