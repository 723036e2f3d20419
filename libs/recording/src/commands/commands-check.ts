import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { handlerProblems, type HandledCommand } from './handler-problems';
import { RECORDING_COMMANDS } from './recording-commands';

/** Where `@CommandHandler` leaves its command; the package keeps the name of the key to itself. */
const HANDLES = '__commandHandler__';

/** Each command has exactly one handler, or the process does not start: the bus itself only warns, or finds out late. */
@Injectable()
export class CommandsCheck implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const problems = handlerProblems(RECORDING_COMMANDS, this.handlers());
    if (problems.length > 0)
      throw new Error(`The commands do not fit their handlers:\n${problems.join('\n')}`);
  }

  private handlers(): HandledCommand[] {
    const classes = [...this.modules.values()].flatMap((module) =>
      [...module.providers.values()].flatMap(({ metatype }) =>
        typeof metatype === 'function' ? [metatype] : [],
      ),
    );
    return [...new Set(classes)].flatMap((handler) => {
      const command = Reflect.getMetadata(HANDLES, handler) as Type | undefined;
      return command ? [{ command, handler }] : [];
    });
  }
}
