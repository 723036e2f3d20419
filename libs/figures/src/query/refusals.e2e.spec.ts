import type { Asking, RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

describe.each(['drop-offs', 'flows'])('GET /v1/%s', (figure) => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  async function problem(
    query: string,
    asking?: Asking,
  ): Promise<Problem & { status: number; type: string | null }> {
    const response = await figures.get(`/v1/${figure}?${query}`, asking);
    const document = (await response.json()) as Problem;
    return { ...document, status: response.status, type: response.headers.get('content-type') };
  }

  it.each([
    ['no chain', 'asOf=2016-06', 'platform.parameter-missing /chain'],
    ['an empty chain', 'chain=&asOf=2016-06', 'platform.parameter-missing /chain'],
    ['neither clocks nor a release', 'chain=small', 'figures.clocks-or-release /asOf'],
    [
      'a known-before instant alone',
      'chain=small&knownBefore=2016-07-01T00:00:00Z',
      'figures.clocks-or-release /asOf',
    ],
    ['clocks and a release', 'chain=small&asOf=2016-06&release=latest', 'figures.clocks-or-release /asOf'],
    [
      'an instant for a release',
      'chain=small&release=latest&knownBefore=2016-07-01T00:00:00Z',
      'figures.clocks-or-release /asOf',
    ],
    ['an unknown parameter', 'chain=small&asOf=2016-06&colour=red', 'platform.parameter-unknown /colour'],
    [
      'a misspelt parameter',
      'chain=small&asOf=2016-06&birthyear=2012',
      'platform.parameter-unknown /birthyear',
    ],
    ['a repeated parameter', 'chain=small&asOf=2016-06&asOf=2016-07', 'platform.parameter-repeated /asOf'],
    ['a repeated filter', 'chain=small&asOf=2016-06&area=D1&area=D2', 'platform.parameter-repeated /area'],
    ['month 13', 'chain=small&asOf=2016-13', 'platform.parameter-format /asOf'],
    ['month 0', 'chain=small&asOf=2016-00', 'platform.parameter-format /asOf'],
    ['a day as month', 'chain=small&asOf=2016-06-01', 'platform.parameter-format /asOf'],
    ['no month', 'chain=small&asOf=', 'platform.parameter-format /asOf'],
    [
      'second 60',
      'chain=small&asOf=2016-06&knownBefore=2016-06-30T23:59:60Z',
      'platform.parameter-format /knownBefore',
    ],
    [
      'hour 24',
      'chain=small&asOf=2016-06&knownBefore=2016-06-30T24:00:00Z',
      'platform.parameter-format /knownBefore',
    ],
    [
      '30 February',
      'chain=small&asOf=2016-06&knownBefore=2016-02-30T00:00:00Z',
      'platform.parameter-format /knownBefore',
    ],
    [
      'an instant without offset',
      'chain=small&asOf=2016-06&knownBefore=2016-06-30T00:00:00',
      'platform.parameter-format /knownBefore',
    ],
    [
      'a day as instant',
      'chain=small&asOf=2016-06&knownBefore=2016-06-30',
      'platform.parameter-format /knownBefore',
    ],
    ['an unknown breakdown', 'chain=small&asOf=2016-06&by=colour', 'platform.parameter-choice /by'],
    ['a breakdown twice', 'chain=small&asOf=2016-06&by=area,area', 'platform.parameter-format /by'],
    ['a year that is none', 'chain=small&asOf=2016-06&birthYear=12', 'platform.parameter-format /birthYear'],
    [
      'an unknown year',
      'chain=small&asOf=2016-06&schoolYear=unknown',
      'platform.parameter-format /schoolYear',
    ],
    ['a filter for nothing', 'chain=small&asOf=2016-06&area=', 'platform.parameter-range /area'],
    [
      'a poverty risk in words',
      'chain=small&asOf=2016-06&povertyRisk=yes',
      'platform.parameter-choice /povertyRisk',
    ],
    [
      'boundaries of no month',
      'chain=small&asOf=2016-06&boundaries=then',
      'platform.parameter-format /boundaries',
    ],
    [
      'a version in words',
      'chain=small&asOf=2016-06&chainVersion=new',
      'platform.parameter-format /chainVersion',
    ],
    ['another dimension', 'chain=small&asOf=2016-06&dimension=then', 'platform.parameter-choice /dimension'],
    ['another format', 'chain=small&asOf=2016-06&format=xml', 'platform.parameter-choice /format'],
    [
      'a negative position',
      'chain=small&asOf=2016-06&minPosition=-1',
      'platform.parameter-format /minPosition',
    ],
    [
      'a position beyond 64 bits',
      'chain=small&asOf=2016-06&minPosition=99999999999999999999',
      'platform.parameter-format /minPosition',
    ],
  ])('refuses %s', async (_, query, fault) => {
    const { status, type, errors } = await problem(query);
    expect([status, type]).toEqual([400, expect.stringContaining('application/problem+json')]);
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([fault]);
  });

  it('tells all that is wrong at once', async () => {
    const { errors } = await problem('asOf=2016-13&by=colour&dimension=then');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/asOf', '/by', '/chain', '/dimension']);
  });

  it('says in words what form a parameter must have', async () => {
    const { detail } = await problem('chain=small&asOf=2016-13');
    expect(detail).toBe('The value does not have the form YYYY-MM.');
  });

  it('names the chains there are', async () => {
    const { status, code, detail } = await problem('chain=large&asOf=2016-06');
    expect([status, code]).toEqual([404, 'figures.unknown-chain']);
    expect(detail).toBe('There is no chain large. Defined: small.');
  });

  it('knows no release yet', async () => {
    for (const release of ['latest', 'r-1']) {
      for (const as of ['coordinator', 'auditor', 'statistics-unit']) {
        const { status, code } = await problem(`chain=small&release=${release}`, { as });
        expect([status, code]).toEqual([404, 'figures.unknown-release']);
      }
    }
  });

  it.each([
    ['area=D9', 'figures.unknown-area', 'In 2016-06 there is no area D9.'],
    ['area=D1,unknown,D9', 'figures.unknown-area', 'In 2016-06 there is no area D9.'],
    [
      'by=area&level=street',
      'figures.unknown-level',
      'In 2016-06 there is no area level street. Levels then: town, borough, district.',
    ],
    [
      'chainVersion=3',
      'figures.unknown-chain-version',
      'The chain small has no version 3. Its versions: 1, 2.',
    ],
  ])('refuses %s and says what there is', async (more, expected, text) => {
    const { status, code, detail } = await problem(`chain=small&asOf=2016-06&${more}`);
    expect([status, code, detail]).toEqual([422, expected, text]);
  });

  it('speaks German where that is preferred', async () => {
    const headers = { 'accept-language': 'de' };
    const unknown = await problem('chain=large&asOf=2016-06', { headers });
    expect([unknown.title, unknown.detail]).toEqual([
      'Unbekannte Kette',
      'Die Kette large gibt es nicht. Definiert: small.',
    ]);
    const level = await problem('chain=small&asOf=2016-06&level=street', { headers });
    expect(level.detail).toBe(
      'Im Monat 2016-06 gibt es keine Gebietsebene street. Ebenen dann: town, borough, district.',
    );
  });

  it.each(['coordinator', 'auditor'])('gives exact figures to no %s', async (as) => {
    expect(await problem('chain=small&asOf=2016-06', { as })).toMatchObject({
      status: 403,
      code: 'access.missing-scope',
    });
  });

  it.each(['youth-office', 'data-migration', 'operator'])('gives no figures at all to the %s', async (as) => {
    for (const query of ['chain=small&asOf=2016-06', 'chain=small&release=latest']) {
      expect(await problem(query, { as })).toMatchObject({ status: 403, code: 'access.missing-scope' });
    }
  });

  it('gives nothing to a stranger', async () => {
    expect((await problem('chain=small&asOf=2016-06', { as: null })).status).toBe(401);
  });
});
