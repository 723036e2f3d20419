import { versionNote } from './code-versions';

describe('a release that is counted again', () => {
  it('by the version that published it needs no note', () => {
    expect(versionNote({ published: '1.2.0', replayed: '1.2.0' }, 'en')).toBeNull();
  });

  it.each([
    ['en', /^Version 1\.2\.0 .*1\.3\.0/],
    ['de', /^Veröffentlicht hat Version 1\.2\.0 .*1\.3\.0/],
  ] as const)('by another version says which two, in %s', (language, detail) => {
    const note = versionNote({ published: '1.2.0', replayed: '1.3.0' }, language);
    expect(note?.code).toBe('replay.other-code-version');
    expect(note?.detail).toMatch(detail);
  });

  it('says that the version is not known of a release that does not name it', () => {
    const note = versionNote({ published: null, replayed: '1.3.0' }, 'en');
    expect(note?.code).toBe('replay.unknown-code-version');
    expect(note?.detail).toContain('does not say');
  });
});
