import { until } from '@lueckenlos/platform/testing';
import { example } from '../chain-small/example';
import { jsonOf } from './json';
import { startSystem, type RunningSystem } from './start-system';

interface Row {
  readonly agency: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly rejections: Record<string, number>;
}

const birth = (id: string): object => ({
  specversion: '1.0',
  id,
  source: '/agencies/registry-office',
  type: 'lueckenlos.stage-reached.v1',
  subject: `case-${id}`,
  data: { stage: 'birth', occurredOn: '2015-01' },
});
const unknownStage = { ...birth('c'), data: { stage: 'nowhere', occurredOn: '2015-01' } };

describe('what an agency sent and is not in the log', () => {
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem();
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
  });
  afterAll(() => system.stop());

  const post = (body: unknown, query = '', kind = ''): Promise<Response> =>
    system.send('registry-office', 'POST', `/v1/events${query}`, body, {
      type: `application/cloudevents${kind}+json`,
    });
  const quality = async (): Promise<Row | undefined> =>
    (await jsonOf<{ rows: Row[] }>(await system.send('registry-office', 'GET', '/v1/data-quality'))).rows.at(
      -1,
    );

  it('is counted with what is in, by reason, whichever way it came; a dry run is not', async () => {
    expect((await post(birth('a'))).status).toBe(201);
    expect((await post(birth('a'))).status).toBe(200);
    expect((await post(unknownStage)).status).toBe(422);
    expect((await post(unknownStage, '?dryRun=true')).status).toBe(422);
    // All or nothing: the good row is refused with the bad one.
    expect((await post([birth('b'), unknownStage], '?mode=all', '-batch')).status).toBe(200);
    const file = [birth('a'), birth('d'), unknownStage].map((event) => JSON.stringify(event)).join('\n');
    await jsonOf(
      await system.send('registry-office', 'POST', '/v1/imports', file, { type: 'application/x-ndjson' }),
      202,
    );
    const row = await until(async () => {
      const found = await quality();
      return found && found.accepted >= 2 && found.rejected >= 4 ? found : null;
    });
    expect(row).toMatchObject({ agency: 'registry-office', accepted: 2, duplicates: 2, rejected: 4 });
    expect(row.rejections).toEqual({ 'recording.batch-refused': 1, 'recording.unknown-stage': 3 });
  });
});
