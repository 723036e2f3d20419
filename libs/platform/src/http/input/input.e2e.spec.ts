import { problemOf } from '../../testing/fixtures/problem-of';
import { startThings, type Things } from '../../testing/fixtures/things';

describe('what a controller reads', () => {
  let things: Things;
  let url: string;

  beforeAll(async () => {
    things = await startThings();
    ({ url } = things);
  });
  afterAll(() => things.stop());

  it('tells all faults of a body at once, each with its place and what is valid', async () => {
    const body = { stages: [{ id: 1, when: 'never' }, { id: 'kita' }], colour: 'red' };
    const document = await problemOf(
      await fetch(`${url}/things/chain`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    );
    expect(document.status).toBe(422);
    expect(document.errors).toEqual([
      {
        pointer: '/colour',
        code: 'platform.member-unknown',
        detail: 'There is no such member; valid are stages.',
      },
      {
        pointer: '/stages/0/id',
        code: 'platform.member-type',
        detail: 'The value must be of the type string.',
      },
      { pointer: '/stages/0/when', code: 'platform.member-choice', detail: 'Valid are early, late.' },
      { pointer: '/stages/1/when', code: 'platform.member-missing', detail: 'The member is required.' },
    ]);
  });

  it('reads query parameters', async () => {
    expect(await (await fetch(`${url}/things?limit=5&by=area,birthYear`)).json()).toEqual({
      limit: 5,
      by: ['area', 'birthYear'],
    });
  });

  it.each([
    ['?limit=11', 'platform.parameter-range', '/limit'],
    ['?limit=ten', 'platform.parameter-type', '/limit'],
    ['?by=colour', 'platform.parameter-choice', '/by'],
    ['?limit=1&limit=2', 'platform.parameter-repeated', '/limit'],
    ['?colour=red', 'platform.parameter-unknown', '/colour'],
    ['/1?colour=red', 'platform.parameter-unknown', '/colour'],
  ])('refuses the query %s', async (query, code, pointer) => {
    const document = await problemOf(await fetch(`${url}/things${query}`));
    expect([document.status, document.code]).toEqual([400, code]);
    expect(document.errors.map((error) => error.pointer)).toContain(pointer);
  });
});
