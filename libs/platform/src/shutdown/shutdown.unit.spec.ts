import { createLogger } from '../logging/logger';
import { Shutdown, StoppingError } from './shutdown';

describe('stopping a process', () => {
  let events: string[];
  let exitCode: number | undefined;
  let logged: string;
  let shutdown: Shutdown;

  beforeEach(() => {
    events = [];
    exitCode = undefined;
    logged = '';
    const logger = createLogger({ logLevel: 'warn' }, { write: (line) => void (logged += line) });
    shutdown = new Shutdown({ logger, limitMs: 200, exit: (code) => (exitCode = code) });
  });

  const hold = (name: string, stop: () => Promise<unknown> = () => Promise.resolve()) =>
    shutdown.hold(
      name,
      () => Promise.resolve(name),
      (part) => {
        events.push(`${part} stops`);
        return stop();
      },
    );

  it('stops the parts in the opposite order, once, however many signals arrive', async () => {
    await hold('database');
    await hold('server');
    await Promise.all([shutdown.stop('SIGINT'), shutdown.stop('SIGTERM'), shutdown.stop('SIGINT')]);
    expect(events).toEqual(['server stops', 'database stops']);
    expect(exitCode).toBe(0);
  });

  it('waits for a part that is still starting and stops it too', async () => {
    let started: (part: string) => void = () => undefined;
    const starting = shutdown.hold(
      'database',
      () => new Promise<string>((resolve) => (started = resolve)),
      (part) => Promise.resolve(events.push(`${part} stops`)),
    );
    const stopped = shutdown.stop('SIGTERM');
    started('database');
    await Promise.all([starting, stopped]);
    expect(events).toEqual(['database stops']);
  });

  it('starts nothing more once it is stopping', async () => {
    await shutdown.stop('SIGTERM');
    await expect(hold('server')).rejects.toThrow(StoppingError);
    expect(events).toEqual([]);
  });

  it('stops the rest when a part fails to stop, and says so by its exit code', async () => {
    await hold('database');
    await hold('server', () => Promise.reject(new Error('stuck')));
    await shutdown.stop('SIGTERM');
    expect(events).toEqual(['server stops', 'database stops']);
    expect(exitCode).toBe(1);
  });

  it('gives up on a part that never stops, and says which', async () => {
    await hold('database', () => new Promise(() => undefined));
    await hold('server');
    await shutdown.stop('SIGTERM');
    expect(exitCode).toBe(1);
    expect(logged).toContain('"part":"database"');
  });
});
