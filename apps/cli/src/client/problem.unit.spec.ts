import { memberOf, problemLines, problemOf } from './problem';

const problem = {
  type: 'urn:lueckenlos:problem:figures.unknown-area',
  title: 'Unknown area',
  status: 422,
  detail: 'In 2026-06 there is no area X1.',
  code: 'figures.unknown-area',
  instance: '0b6f',
  errors: [
    { pointer: '/area', code: 'figures.unknown-area', detail: 'In 2026-06 there is no area X1.' },
    { pointer: '', code: 'figures.other', detail: 'Something else.' },
  ],
};

function answer(body: string, type: string, status = 422): Response {
  return new Response(body, { status, headers: { 'content-type': type } });
}

describe('a refusal', () => {
  it('is told with every error, the place it points at, and a reference for asking back', async () => {
    const read = await problemOf(answer(JSON.stringify(problem), 'application/problem+json; charset=utf-8'));
    expect(problemLines(read)).toEqual([
      'Unknown area',
      '  area: In 2026-06 there is no area X1.',
      '  Something else.',
      '  (HTTP 422 · figures.unknown-area · 0b6f)',
    ]);
  });

  it.each([
    ['<h1>Bad gateway</h1>', 'text/html', 502],
    ['{"broken', 'application/problem+json', 500],
    ['null', 'application/json', 500],
    ['', 'application/problem+json', 503],
  ])('that is no problem document, %j, still says its status', async (body, type, status) => {
    const lines = problemLines(await problemOf(answer(body, type, status)));
    expect(lines[0]).toMatch(`HTTP ${status}`);
    expect(lines.join('\n')).not.toContain('<h1>');
  });

  it('cannot write to the terminal what it likes', async () => {
    const hostile = answer(JSON.stringify({ ...problem, title: '\u001b[2J' }), 'application/problem+json');
    expect(problemLines(await problemOf(hostile)).join('')).not.toContain('\u001b');
  });
});

describe('a pointer', () => {
  it.each([
    ['', ''],
    ['/id', 'id'],
    ['/data/stage', 'data.stage'],
    ['/versions/0/stages/12/due', 'versions.0.stages.12.due'],
    ['/a~1b~0c', 'a/b~c'],
  ])('%j is read by people as %j', (pointer, member) => {
    expect(memberOf(pointer)).toBe(member);
  });
});
