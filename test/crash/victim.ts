import { runProcess, until, type TestProcess } from '@lueckenlos/platform/testing';

/** A process of ours that is killed, and started again at the same port. */
export class Victim {
  private running: TestProcess;
  /** Lines of lives before the present one that tell of an error nobody foresaw. */
  private readonly told: string[] = [];

  constructor(
    readonly name: string,
    private readonly program: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly port: number,
  ) {
    this.running = this.start();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Kill -9, and at once the next life. */
  async kill(): Promise<void> {
    await this.running.kill();
    this.told.push(...this.errors());
    this.running = this.start();
  }

  async ready(): Promise<void> {
    const isReady = async (): Promise<boolean> => (await fetch(`${this.url}/health/ready`)).ok;
    await until(isReady, { what: `${this.name} to be ready`, timeoutMs: 120_000, intervalMs: 100 }).catch(
      (error: unknown) => {
        throw new Error(`${this.name} said:\n${this.running.lines.slice(-40).join('\n')}`, { cause: error });
      },
    );
  }

  /** What it logged as its own mistake, or as the end of it, in all its lives. */
  mistakes(): string[] {
    return [...this.told, ...this.errors()];
  }

  async stop(): Promise<void> {
    try {
      this.running.signalGroup('SIGTERM');
    } catch {
      // It has ended already.
    }
    await this.running.ended();
  }

  private start(): TestProcess {
    return runProcess(this.program, { ...this.environment, LUECKENLOS_PORT: String(this.port) });
  }

  private errors(): string[] {
    return this.running.lines.filter((line) => /"level":"(error|fatal)"|^\s+at /.test(line));
  }
}
