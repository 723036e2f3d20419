import { corrected, reached } from '../testing/events';
import { startRecording, type RunningRecording } from '../testing/start-recording';

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly position?: string;
}

async function told(answer: Promise<Response>): Promise<Told> {
  const { status, json } = await answer.then(async (it) => ({
    status: it.status,
    json: (await it.json()) as { code?: string; position?: string },
  }));
  return { status, code: json.code, position: json.position };
}

describe('single events posted at the same time', () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
  });
  afterAll(() => recording.stop());

  const post = (event: unknown, by = recording): Promise<Told> => told(by.send('POST', '/v1/events', event));
  const moved = (id: string, parts = {}) => corrected('none', '2015-08', { id, subject: id, ...parts });

  it('each get their own verdict, whatever goes with them', async () => {
    await post(moved('there'));
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, (_, at) => post(moved(`new-${at}`))),
      post(moved('there')),
      post(moved('there', { subject: 'other' })),
      post(reached('nonsense', '2015-08', { id: 'unknown' })),
      post(moved('foreign', { source: '/agencies/health-office' })),
    ]);
    const expected = [...Array.from({ length: 20 }, () => 201), 200, 409, 422, 403];
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('of two processes on one database are stored once, in dense positions, with the same receipt', async () => {
    const other = await recording.beside();
    const before = await recording.pool.query<{ position: string }>('SELECT position FROM event_store.head');
    const ids = Array.from({ length: 60 }, (_, at) => `both-${at}`);
    const here = Promise.all(ids.map((id) => post(moved(id))));
    const there = Promise.all(ids.toReversed().map((id) => post(moved(id), other)));
    const [ones, others] = [await here, (await there).toReversed()];
    await other.stop();
    ids.forEach((id, at) => {
      const pair = [ones[at], others[at]];
      expect([id, ...pair.map((one) => one?.status).sort()]).toEqual([id, 200, 201]);
      expect(pair[0]?.position).toBe(pair[1]?.position);
    });
    const positions = ones.map(({ position }) => Number(position)).sort((a, b) => a - b);
    const first = Number(before.rows[0]?.position) + 1;
    expect(positions).toEqual(ids.map((_, at) => first + at));
  });
});
