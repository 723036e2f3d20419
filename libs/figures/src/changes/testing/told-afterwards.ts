import { told } from '../../testing/small-town';
import { partnerEvent } from '../../testing/stored-events';

interface Change {
  readonly before: number;
  readonly after: number;
  readonly entered: number;
  readonly left: number;
  readonly through: Record<string, number>;
}
/** An answer of `GET /v1/changes`, as far as tests look at it. */
export interface Changes {
  readonly scope: readonly (Change & { readonly scope: string })[];
  readonly rows: readonly (Change & {
    readonly area?: string;
    readonly stage: string;
    readonly status: string;
  })[];
}

const retraction = partnerEvent({
  id: 'taken-back',
  source: '/agencies/data-migration',
  type: 'lueckenlos.retracted.v1',
  subject: 'in-time',
  knownat: '2017-02-01T00:00:00.000Z',
  data: { retracts: 'in-time-visit-2012-03', reason: 'another child' },
});
/** What is told of the small town after its children are known, one by one. */
export const afterwards = [
  told('lost', 'kita', '2014-08'),
  retraction,
  told('homeless', 'died', '2016-05'),
  told('late', 'relocated', '2015-01', { area: 'D1' }),
];

/** A line of it. */
export const change = (
  before: number,
  after: number,
  entered: number,
  left: number,
  through: Record<string, number>,
): Change => ({ before, after, entered, left, through });
