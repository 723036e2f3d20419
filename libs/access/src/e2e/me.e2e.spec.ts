import { createTestIssuer, TestIssuer } from '../testing';
import { RunningApp, startApp } from './start-app';

describe('GET /v1/me', () => {
  let issuer: TestIssuer;
  let running: RunningApp;

  beforeAll(async () => {
    issuer = await createTestIssuer();
    running = await startApp({ access: () => issuer.options });
  });
  afterAll(() => running.stop());

  const me = async (role: string): Promise<unknown> =>
    (await fetch(`${running.url}/v1/me`, { headers: await issuer.bearer(role) })).json();

  it('tells an agency what it may send', async () => {
    expect(await me('job-centre')).toEqual({
      clientId: 'job-centre',
      role: 'job-centre',
      scopes: ['events:write'],
      agency: 'job-centre',
      maySend: {
        title: { de: 'Jobcenter', en: 'Job centre' },
        stages: ['follow_on'],
        types: [
          'lueckenlos.stage-reached.v1',
          'lueckenlos.corrected.v1',
          'lueckenlos.retracted.v1',
          'lueckenlos.delivery-completed.v1',
          'lueckenlos.delivery-reopened.v1',
        ],
      },
    });
  });

  it('tells others what they may do, and that they send nothing', async () => {
    expect(await me('auditor')).toEqual({
      clientId: 'auditor',
      role: 'auditor',
      scopes: ['figures:read', 'log:read', 'replays:write'],
      agency: null,
      maySend: null,
    });
  });
});
