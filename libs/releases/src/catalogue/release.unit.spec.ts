import type { StoredEvent } from '@lueckenlos/event-store';
import { RELEASE_PUBLISHED, releasesOf } from './release';

const published = (data: object): StoredEvent =>
  ({ type: RELEASE_PUBLISHED, data, recordedAt: '2026-01-01T00:00:00.000Z' }) as StoredEvent;

describe('a release of the log', () => {
  it('names the version of the software that counted it, and none where that was not written down', () => {
    const releases = releasesOf([published({ id: 'a-1' }), published({ id: 'a-2', codeVersion: '1.2.0' })]);
    expect(releases).toMatchObject([
      { id: 'a-1', codeVersion: null },
      { id: 'a-2', codeVersion: '1.2.0' },
    ]);
  });
});
