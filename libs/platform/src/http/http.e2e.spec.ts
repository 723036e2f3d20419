import { Body, Controller, Get, HttpCode, Module, NotFoundException, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { loadConfig } from '../config/load-config';
import { HealthRegistry } from '../health/health-registry';
import { createLogger } from '../logging/logger';
import { setUpOpenApi } from '../openapi/set-up-openapi';
import { PlatformModule } from '../platform.module';
import type { ProblemDocument } from '../problems/render';
import { createTestDatabase, type TestDatabase } from '../testing';
import { createHttpApp } from './create-http-app';
import { BodyOf, CommaSeparated, QueryOf } from './input/decorators';

class Stage {
  @IsString()
  id!: string;

  @IsIn(['early', 'late'])
  when!: string;
}

class Chain {
  @ValidateNested({ each: true })
  @Type(() => Stage)
  @ArrayMaxSize(3)
  stages!: Stage[];
}

class Page {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10)
  limit?: number;

  @IsOptional()
  @CommaSeparated()
  @IsIn(['area', 'birthYear'], { each: true })
  by?: string[];
}

@Controller('things')
class ThingsController {
  @Get()
  list(@QueryOf(Page) page: Page): Page {
    return page;
  }

  @Get(':id')
  one(@Param('id') id: string): { id: string } {
    if (id === 'missing') {
      throw new NotFoundException(`no ${id}`);
    }
    if (id === 'bug') {
      throw new Error('secret-pseudonym');
    }
    return { id };
  }

  @Post()
  @HttpCode(200)
  echo(@Body() body: unknown): unknown {
    return { body };
  }

  @Post('chain')
  chain(@BodyOf(Chain) chain: Chain): Chain {
    return chain;
  }

  @Post('file')
  @HttpCode(200)
  async file(@Body() body: Readable): Promise<{ bytes: number }> {
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
    }
    return { bytes };
  }
}

describe('over HTTP', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let url: string;
  const lines: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = loadConfig({ LUECKENLOS_BODY_LIMIT: '65536' });
    const logger = createLogger({ logLevel: 'trace' }, { write: (line: string) => void lines.push(line) });
    @Module({
      imports: [PlatformModule.forRoot({ config, logger, databaseUrl: database.url })],
      controllers: [ThingsController],
    })
    class TestModule {}
    app = await createHttpApp(TestModule, { config, logger });
    setUpOpenApi(app, { title: 'Things', description: 'For tests', version: '1' });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const json = { 'content-type': 'application/json' };
  const post = (body: string | Buffer, headers: Record<string, string> = json, path = '/things') =>
    fetch(url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers,
    });
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const document = (await answer.json()) as ProblemDocument;
    expect(document.status).toBe(answer.status);
    expect(document.type).toBe(`urn:lueckenlos:problem:${document.code}`);
    expect(document.instance).toBe(answer.headers.get('x-correlation-id'));
    return document;
  };

  it('hands over what was sent as JSON, with a byte order mark and compressed too', async () => {
    const sent = Buffer.from('\ufeff{"stage":"kita","title":"Früh – ☀️"}');
    const expected = { body: { stage: 'kita', title: 'Früh – ☀️' } };
    expect(await (await post(sent)).json()).toEqual(expected);
    expect(await (await post(gzipSync(sent), { ...json, 'content-encoding': 'gzip' })).json()).toEqual(
      expected,
    );
    expect(await (await post(sent, { 'content-type': 'application/cloudevents+json' })).json()).toEqual(
      expected,
    );
  });

  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const gzip = { ...json, 'content-encoding': 'gzip' };
  it.each([
    ['broken JSON', '{"a":', json, 400, 'platform.broken-json', ''],
    ['nothing', '', json, 400, 'platform.empty-body', ''],
    ['JSON nested 33 deep', deep(33), json, 400, 'platform.nested-too-deeply', '/0'.repeat(32)],
    ['JSON nested 30,000 deep', deep(30_000), json, 400, 'platform.nested-too-deeply', '/0'.repeat(32)],
    ['a NUL', '{"a":[1,"x\\u0000"]}', json, 400, 'platform.forbidden-character', '/a/1'],
    ['half a surrogate pair', '{"a/b":"\\ud800"}', json, 400, 'platform.forbidden-character', '/a~1b'],
    ['an endless number', '{"a":1e999}', json, 400, 'platform.number-out-of-range', '/a'],
    ['a prototype', '{"__proto__":{"admin":true}}', json, 400, 'platform.forbidden-member', '/__proto__'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), json, 400, 'platform.invalid-utf8', ''],
    ['too much', JSON.stringify('x'.repeat(70_000)), json, 413, 'platform.body-too-large', ''],
    ['a bomb', gzipSync(Buffer.alloc(9_000_000, 32)), gzip, 413, 'platform.body-too-large', ''],
    ['truncated gzip', gzipSync('{"a":"bcd"}').subarray(0, 15), gzip, 400, 'platform.broken-compression', ''],
    ['no gzip', '{"a":1}', gzip, 400, 'platform.broken-compression', ''],
    ['brotli', '{}', { ...json, 'content-encoding': 'br' }, 415, 'platform.unsupported-encoding', ''],
    [
      'UTF-16',
      '{}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'platform.unsupported-charset',
      '',
    ],
    ['XML', '<a/>', { 'content-type': 'text/xml' }, 415, 'platform.unsupported-media-type', ''],
    ['no known type', '{}', { 'content-type': '???' }, 415, 'platform.unsupported-media-type', ''],
  ])('refuses %s', async (_what, body, headers, status, code, pointer) => {
    const document = await problem(await post(body, headers));
    expect([document.status, document.code, document.errors[0]?.pointer]).toEqual([status, code, pointer]);
  });

  it('accepts JSON nested 32 deep', async () => {
    expect((await post(deep(32))).status).toBe(200);
  });

  it('hands over a file as a stream, however large', async () => {
    const answer = await post('x'.repeat(200_000), { 'content-type': 'text/csv' }, '/things/file');
    expect(await answer.json()).toEqual({ bytes: 200_000 });
  });

  it('tells all faults of a body at once, each with its place and what is valid', async () => {
    const body = { stages: [{ id: 1, when: 'never' }, { id: 'kita' }], colour: 'red' };
    const document = await problem(await post(JSON.stringify(body), json, '/things/chain'));
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
    const document = await problem(await fetch(`${url}/things${query}`));
    expect([document.status, document.code]).toEqual([400, code]);
    expect(document.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    '/things/%00',
    '/things/%ff',
    '/things/%zz',
    '/things?limit=%00',
    '/things?limit=%c3',
    '/%',
    '/things/%ed%a0%80',
  ])('refuses the address %s', async (path) => {
    const document = await problem(await fetch(url + path));
    expect([document.status, document.code]).toEqual([400, 'platform.invalid-url']);
  });

  it('refuses a part of an address that no id can have', async () => {
    expect((await problem(await fetch(`${url}/things/${'a'.repeat(5000)}`))).status).toBe(400);
  });

  it('tells an unknown address from a wrong method', async () => {
    expect((await problem(await fetch(`${url}/nothing`))).code).toBe('platform.unknown-route');
    expect((await problem(await fetch(`${url}/things/missing`))).code).toBe('platform.not-found');
    const wrong = await fetch(`${url}/things`, { method: 'DELETE' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await problem(wrong)).code).toBe('platform.method-not-allowed');
  });

  it('speaks German to those who prefer it', async () => {
    const answer = await fetch(`${url}/nothing`, {
      headers: { 'accept-language': 'fr, de-DE;q=0.8, en;q=0.5' },
    });
    expect(answer.headers.get('content-language')).toBe('de');
    expect((await problem(answer)).title).toBe('Unbekannte Adresse');
  });

  it('keeps a sane correlation id and replaces any other', async () => {
    const ask = async (id: string) =>
      (await fetch(`${url}/things`, { headers: { 'x-correlation-id': id } })).headers.get('x-correlation-id');
    expect(await ask('visit-17')).toBe('visit-17');
    expect(await ask('a b')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells of an own mistake no more than that it happened, and logs no message that quotes data', async () => {
    const document = await problem(await fetch(`${url}/things/bug`));
    expect([document.status, document.code]).toEqual([500, 'platform.internal-error']);
    expect(JSON.stringify(document)).not.toContain('secret');
    expect(lines.some((line) => line.includes(document.instance) && line.includes('"level":"error"'))).toBe(
      true,
    );
  });

  it('logs neither addresses nor query strings', async () => {
    await fetch(`${url}/things/pseudonym-4711?area=somewhere`);
    expect(lines.join('')).not.toMatch(/pseudonym-4711|somewhere/);
    expect(lines.join('')).toContain('"route":"/things/:id"');
  });

  it.each([
    ['headers too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a broken request line', 'GARBAGE\r\n\r\n', 400],
    ['contradicting lengths', 'POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n', 400],
    ['a raw control character', 'GET /things/\u0001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    [
      'a body shorter than announced',
      'POST /things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a":1}',
      400,
    ],
  ])('answers %s with a problem document', async (_what, bytes, status) => {
    const answer = await talk(bytes);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('application/problem+json');
  });

  /** Sends bytes as they are, closes its half of the connection and reads the answer to the end. */
  const talk = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }, () => socket.end(bytes));
      socket.setEncoding('utf8');
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  it('says whether it lives and whether it is ready', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
      status: 'ok',
      checks: { database: 'up' },
    });
  });

  it('names the part that keeps it from being ready, and nothing of its error', async () => {
    let broken = true;
    app
      .get(HealthRegistry)
      .add('projections', () => (broken ? Promise.reject(new Error('secret')) : Promise.resolve()));
    const answer = await fetch(`${url}/health/ready`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await problem(answer)).detail).toBe('Not ready: projections.');
    broken = false;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('measures requests by route', async () => {
    await fetch(`${url}/things/4712`);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/things\/:id",status="200"\}/,
    );
    expect(metrics).toContain('process_resident_memory_bytes');
    expect(metrics).not.toContain('4712');
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/things/{id}');
    expect((await fetch(`${url}/docs`)).status).toBe(200);
  });
});
