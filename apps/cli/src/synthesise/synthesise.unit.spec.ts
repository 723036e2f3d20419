import type { SyntheticEvent } from '@lueckenlos/krefeld';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { runCli } from '../testing/run-cli';
import { Tally } from './tally';
import { writeEvents } from './write-events';

const folder = mkdtempSync(join(tmpdir(), 'synthesise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const town = ['synthesise', '--cases', '300', '--births', '2015-2018', '--until', '2024-12'];
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('synthesise', () => {
  it('gives the same bytes for the same seed, others for another, and says which', async () => {
    const [first, second, other] = await Promise.all(
      ['7', '7', '8'].map((seed) => runCli([...town, '--seed', seed])),
    );
    expect(first?.stdout).toBe(second?.stdout);
    expect(first?.stdout).not.toBe(other?.stdout);
    expect(first?.stderr).toContain(`SHA-256 of the output  ${sha256(first?.stdout ?? '')}`);
  });

  it('writes one event a line, and counts what it wrote by kind', async () => {
    const { exitCode, stdout, stderr } = await runCli(town);
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SyntheticEvent);
    const reached = events.filter(({ type }) => type === 'lueckenlos.stage-reached.v1').length;
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`${events.length.toLocaleString('en-GB')} events in`);
    expect(stderr).toContain(`${reached.toLocaleString('en-GB')} stage-reached`);
    expect(events.at(-1)?.knownat.slice(0, 4)).toBe('2024');
  });

  it('compresses on the way and tells both digests: of the file, and of the lines as an import reports it', async () => {
    const file = join(folder, 'town.ndjson.gz');
    const { exitCode, stdout, stderr } = await runCli([...town, '--gzip', '--out', file]);
    const bytes = readFileSync(file);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toContain(`SHA-256 of the output  ${sha256(bytes)}`);
    expect(stderr).toContain(`SHA-256 of the lines   ${sha256(gunzipSync(bytes))}`);
  });

  it('knows nothing after December of the last birth year unless told', async () => {
    const { stdout } = await runCli(['synthesise', '--cases', '50', '--births', '2015']);
    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as SyntheticEvent;
    expect(last.knownat <= '2016-01-01T00:00:00Z').toBe(true);
  });

  it('makes no more events than a slow reader takes', async () => {
    const tally = new Tally(() => undefined);
    let resume = (): void => undefined;
    const slow = new Writable({ write: (_chunk, _encoding, done) => void (resume = done) });
    const options = { cases: 3_000, births: { from: 2010, to: 2012 }, until: '2025-12', seed: 1 };
    const writing = writeEvents(options, { output: { stream: slow, end: true }, gzip: false, tally });
    for (let turn = 0; turn < 500; turn++) await setImmediate();
    const whileWaiting = tally.events;
    const takeAll = setInterval(() => resume());
    await writing.finally(() => clearInterval(takeAll));
    expect(whileWaiting).toBeLessThan(tally.events / 4);
  });
});
