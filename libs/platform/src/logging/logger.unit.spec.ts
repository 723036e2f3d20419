import { createLogger } from './logger';

describe('the log', () => {
  const written = (entry: object): string => {
    const lines: string[] = [];
    createLogger({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) }).info(
      entry,
      'Happened',
    );
    return lines.join('');
  };

  it('keeps the code and the place of a database error, but nothing that it quotes', () => {
    const error = Object.assign(new Error('duplicate key: pseudonym-1'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'event_id',
      detail: 'Key (id)=(pseudonym-1) already exists.',
      parameters: ['pseudonym-1'],
    });
    const line = written({ err: error });
    expect(line).not.toContain('pseudonym-1');
    expect(line).toContain('"code":"23505"');
    expect(line).toContain('"constraint":"event_id"');
    expect(line).toContain('logger.unit.spec.ts');
  });

  it('keeps broken JSON to itself', () => {
    const parse = (): unknown => {
      try {
        return JSON.parse('pseudonym-1');
      } catch (error) {
        return error;
      }
    };
    expect(written({ err: parse() })).not.toContain('pseudonym');
  });

  it('tells the message of any other error', () => {
    expect(written({ err: new Error('The disk is full') })).toContain('The disk is full');
  });

  it('tells the route of a request, not its address', () => {
    const req = {
      method: 'GET',
      url: '/v1/events/pseudonym-1?area=1',
      routeOptions: { url: '/v1/events/:id' },
    };
    expect(written({ req })).toContain('"req":{"method":"GET","route":"/v1/events/:id"}');
  });
});
