import type { VersionState } from '../runner/projection-version.entity';
import type { ProjectionStatus } from './projection-status';
import { noticeOf } from './standing';

const PAGE = 100;

function version(
  number: number,
  state: VersionState,
  changes: Partial<ProjectionStatus> = {},
): ProjectionStatus {
  const base = { name: 'drop-offs', position: '0', gathered: '0', head: '0', lag: 0, parked: 0, error: null };
  return { ...base, version: number, state, ...changes };
}

describe('what an operator should look at', () => {
  it('is nothing while the version in service keeps up, whatever became of older ones', () => {
    const versions = [version(1, 'failed'), version(2, 'retired'), version(3, 'live', { lag: PAGE })];
    expect(noticeOf(versions, PAGE)).toBeUndefined();
    expect(noticeOf([], PAGE)).toBeUndefined();
  });

  it.each<[string, ProjectionStatus[], string, object]>([
    [
      'a build that failed, before anything else',
      [version(1, 'live', { parked: 2 }), version(2, 'failed')],
      'build-failed',
      { version: 2 },
    ],
    [
      'events that could not be applied, before a lag',
      [version(1, 'live', { parked: 2, lag: 999 })],
      'parked',
      { parked: 2 },
    ],
    ['a lag of more than a page', [version(1, 'live', { lag: PAGE + 1 })], 'behind', { lag: PAGE + 1 }],
  ])('is %s', (_, versions, code, params) => {
    expect(noticeOf(versions, PAGE)).toEqual({
      code: `projections.${code}`,
      params: { name: 'drop-offs', ...params },
    });
  });

  it('is no build beside the one in service, however far it has to go', () => {
    expect(noticeOf([version(1, 'live'), version(2, 'building', { lag: 9_999 })], PAGE)).toBeUndefined();
  });
});
