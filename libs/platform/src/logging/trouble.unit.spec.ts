import { createLogger } from './logger';
import { Trouble } from './trouble';

const away = Object.assign(new Error('a secret'), { code: 'ECONNREFUSED' });
const full = Object.assign(new Error('a secret'), { code: '53100', severity: 'ERROR' });

describe('trouble', () => {
  const told: Record<string, unknown>[] = [];
  const logger = createLogger(
    { logLevel: 'info' },
    { write: (line: string) => void told.push(JSON.parse(line) as Record<string, unknown>) },
  );

  it('is told once while it lasts, again when it becomes another, and when it has passed', () => {
    const trouble = new Trouble(logger, { part: 'imports' });
    trouble.passed();
    [away, away, full, full].forEach((error) => trouble.met(error));
    expect(trouble.fault).toEqual({ code: 'platform.database-full' });
    trouble.passed();
    trouble.passed();
    expect(trouble.fault).toBeUndefined();
    expect(told.map(({ part, code, msg }) => [part, code, msg])).toEqual([
      ['imports', 'platform.database-unreachable', 'Waits and tries again'],
      ['imports', 'platform.database-full', 'Waits and tries again'],
      ['imports', undefined, 'Goes on'],
    ]);
  });
});
