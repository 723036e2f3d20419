import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '@lueckenlos/platform/testing';
import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

describe('the command line about children month by month', () => {
  let server: RunningServer;
  let head: string;

  beforeAll(async () => {
    server = await startServer();
    await defineExample(server);
    await server.cli('data-migration', ['import', EXAMPLE_EVENTS]);
    const { stdout } = await server.cli('operator', ['projections']);
    head = /drop-offs +\d+ +\S+ +(\S+)/.exec(stdout)?.[1]?.replaceAll(',', '') ?? '';
  });
  afterAll(() => server.stop());

  const ask = (command: string, ...args: string[]) =>
    server.cli('statistics-unit', [
      ...[command, '--chain', 'example', '--as-of', '2016-06', '--min-position', head],
      ...args,
    ]);

  it('shows curves every half year, with the month by which half were there', async () => {
    const { exitCode, stdout } = await ask('curves', '--stage', 'kita', '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('example · 2016-06 · birth → kita · aalen-johansen + moved-out + died');
    expect(stdout).toMatch(/^ *0 +\d+ +0 +0\.0/m);
    expect(stdout).toMatch(/half( by month \d+|: not yet)/);
    const german = await ask(
      'curves',
      '--stage',
      'kita',
      '--dimension',
      'last',
      '--birth-year',
      '1950',
      '--lang',
      'de',
    );
    expect(german.stdout).toContain('Ein solches Kind gibt es nicht.');
  });

  it('shows areas against the town in order of code', async () => {
    const { exitCode, stdout } = await ask('comparisons', '--stage', 'birth', '--lang', 'de');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Gebiet +Kinder +Anteil \(%\)/);
    expect(stdout).toMatch(/im Zufall/);
    expect(stdout).toMatch(/^ *Stadt +\d+/m);
  });

  it('shows what falls due', async () => {
    const { exitCode, stdout } = await ask('forecast', '--months', '12', '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('example · 2016-06 · 12 months ahead');
  });

  it('shows furthest stages, deliveries, data quality and delays in the columns of their CSV, named for people', async () => {
    expect((await ask('occupation', '--lang', 'en')).stdout).toMatch(
      /^ *age \(months\) +state +observed +share/m,
    );
    const file = join(server.folder, 'calendar.json');
    const deliveries = [{ stages: ['kita'], rhythm: 'yearly', from: '2014-01', dueWithinMonths: 1 }];
    await writeFile(file, JSON.stringify({ deliveries }));
    const agency = 'data-migration';
    const announced = await server.cli('statistics-unit', ['delivery-calendars', 'announce', agency, file]);
    expect(JSON.parse(announced.stdout)).toMatchObject({ deliveries });
    const shown = await server.cli('statistics-unit', ['delivery-calendars', 'show', agency]);
    expect(JSON.parse(shown.stdout)).toEqual(JSON.parse(announced.stdout));
    const range = ['--from', '2014-01', '--to', '2015-12'];
    const periods = await until(async () => {
      const { stdout } = await server.cli('statistics-unit', ['deliveries', ...range]);
      return stdout.includes('data-migration') && stdout;
    });
    expect(periods).toMatch(/agency +stages +areas +from +to +due +state/);
    const quality = await server.cli(agency, ['data-quality', '--format', 'csv']);
    expect(quality.stdout).toMatch(/^agency,month,accepted,[^\n]*duplicates,rejected/);
    const inGerman = await server.cli(agency, ['data-quality', '--lang', 'de']);
    expect(inGerman.stdout).toMatch(/^Stelle +Monat +angenommen +Korrekturen [^\n]*Doppelte +abgelehnt/);
    const delays = await server.cli('statistics-unit', [
      'reporting-delays',
      '--as-of',
      '1990-01',
      '--lang',
      'de',
    ]);
    expect(delays.stdout).toBe('Es gibt nichts.\n');
  });

  it('gives programs what the server gives, and says what it refuses', async () => {
    expect((await ask('curves', '--stage', 'kita', '--format', 'csv')).stdout).toMatch(
      /^t,atRisk,entries,events,/,
    );
    expect((await ask('comparisons', '--stage', 'kita', '--format', 'csv')).stdout).toMatch(/^area,name,n,/);
    expect((await ask('forecast', '--format', 'csv')).stdout).toMatch(/^area,stage,due,cases,/);
    const refused = await ask('curves', '--stage', 'U99', '--lang', 'en');
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('figures.unknown-stage')]);
  });
});
