import { OpenAPIObject } from '@nestjs/swagger';
import { createTestIssuer } from '../testing';
import { SampleController } from './sample.controller';
import { RunningApp, startApp } from './start-app';

describe('the OpenAPI document', () => {
  let running: RunningApp;

  beforeAll(async () => {
    const { options } = await createTestIssuer();
    running = await startApp({ access: () => options, controllers: [SampleController] });
  });
  afterAll(() => running.stop());

  const document = async () => (await (await fetch(`${running.url}/openapi.json`)).json()) as OpenAPIObject;

  it('says which scopes an operation needs, and that it needs a token', async () => {
    const { paths, components } = await document();
    const operation = paths['/v1/samples/events/{id}']?.post;
    expect(operation?.security).toEqual([{ bearer: [] }, { bearer: [] }]);
    expect(operation).toMatchObject({
      'x-required-scopes': { allOf: ['events:write', 'events:backfill'] },
      responses: {
        401: { description: 'No valid access token.' },
        403: { description: 'Needs events:write and events:backfill.' },
      },
    });
    expect(components?.securitySchemes?.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  it('says so where any one of several scopes is enough, and where none is needed', async () => {
    const { paths } = await document();
    expect(paths['/v1/samples/either']?.get).toMatchObject({
      'x-required-scopes': { anyOf: ['figures:read', 'figures:exact'] },
      responses: { 403: { description: 'Needs figures:read or figures:exact.' } },
    });
    expect(paths['/v1/me']?.get?.security).toEqual([{ bearer: [] }]);
    expect(paths['/health/live']?.get?.security).toBeUndefined();
  });
});
