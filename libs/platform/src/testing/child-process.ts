import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './until';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** A Node process of our own that a test can signal and kill. */
export interface TestProcess {
  readonly pid: number;
  /** What it wrote on standard output and standard error so far. */
  readonly lines: readonly string[];
  /** Waits for the first line that starts so, and gives the rest of it. */
  said(start: string): Promise<string>;
  /** Sends a signal to the whole process group, as a terminal does on Ctrl-C. */
  signalGroup(signal: NodeJS.Signals): void;
  /** Kills it, and whatever else is in its group, if it still lives. */
  kill(): Promise<void>;
  /** Waits for its end and gives the exit code, or the signal that killed it. */
  ended(): Promise<number | NodeJS.Signals>;
}

/** Runs a TypeScript file in a process, and process group, of its own. */
export function runProcess(file: string, environment: Readonly<Record<string, string>>): TestProcess {
  const child = spawn(process.execPath, ['-r', join(ROOT, 'test', 'setup', 'typescript.cjs'), file], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => lines.push(line));
  }
  return describe(child, lines);
}

function describe(child: ChildProcess, lines: string[]): TestProcess {
  const pid = child.pid ?? 0;
  const end = (): number | NodeJS.Signals | null => child.exitCode ?? child.signalCode;
  const wait = { timeoutMs: 60_000 };
  const ended = (): Promise<number | NodeJS.Signals> =>
    until(() => endOf(end()), { ...wait, what: 'the end of the process' }).then(({ code }) => code);
  return {
    pid,
    lines,
    said: async (start) => {
      const find = (): string | undefined => lines.find((line) => line.startsWith(start));
      const line = await until(() => find() ?? (end() === null ? undefined : start), {
        ...wait,
        what: start,
      });
      if (find() === undefined) {
        throw new Error(`The process ended before it said ${start}:\n${lines.join('\n')}`);
      }
      return line.slice(start.length).trim();
    },
    signalGroup: (signal) => void process.kill(-pid, signal),
    kill: async () => {
      if (end() === null) {
        process.kill(-pid, 'SIGKILL');
        await ended();
      }
    },
    ended,
  };
}

/** Wrapped, because an exit code of 0 is no condition to wait for. */
function endOf(code: number | NodeJS.Signals | null): { code: number | NodeJS.Signals } | undefined {
  return code === null ? undefined : { code };
}
