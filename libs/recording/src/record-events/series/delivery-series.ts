import {
  IdConflictError,
  WrongExpectedRevisionError,
  type EventStore,
  type ExpectedRevision,
} from '@lueckenlos/event-store';
import type { Clock } from '@lueckenlos/platform';
import { LRUCache } from 'lru-cache';
import type { Vocabulary } from '../../wire/vocabulary';
import { appendEvents, type Appended } from '../append-rows';
import type { CheckedRow } from '../check-rows';
import type { Delivery } from '../new-event';
import type { RowResult } from '../row';
import { inOrder, storeRows } from '../store-rows';
import { judgeAhead, type Judged } from './judge-ahead';
import type { RememberedCase } from './remembered-case';

/** Cases that are remembered: they take some 20 MB and are what a town's rows of the same years come back to. */
const CASES = 20_000;

const EACH = { mode: 'each', dryRun: false } as const;

/**
 * Deliveries of one sender, one after another: each is judged while the log takes the one before, whose rows count as
 * known. Cases are remembered with the revisions of their streams and need not be read again, and ids are taken to be
 * new where those before were. The append tells where that is not so: then it stores nothing, all is forgotten, and the
 * delivery is recorded like any other, from then on with a look at all ids. So is one that is not only about cases, and
 * each one on an engine that does not store an append as a whole.
 */
export class DeliverySeries {
  private readonly memory = new LRUCache<string, RememberedCase>({ max: CASES });
  private idsAreNew = false;
  private mayTrustIds = true;
  private last: Judged | undefined;
  /** What was judged in an earlier era no longer holds. */
  private era = 0;
  /** What has to be in the log before anything can be judged by it. */
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: EventStore,
    private readonly vocabulary: Vocabulary,
    private readonly clock: Clock,
    private readonly sender: Omit<Delivery, 'now'>,
  ) {}

  /** Judges the next delivery. The answer stores it, and is to be called when the one before is stored. */
  async prepare(rows: readonly CheckedRow[]): Promise<() => Promise<RowResult[]>> {
    await this.before;
    const { log, vocabulary, era, memory, idsAreNew, last } = this;
    const judged = await judgeAhead(rows, { log, vocabulary, memory, idsAreNew, last }, this.delivery());
    if (judged && era === this.era) {
      this.last = judged;
      this.idsAreNew = this.mayTrustIds && judged.idsWereNew;
    }
    return () => this.store(rows, era === this.era ? judged : null);
  }

  private async store(rows: readonly CheckedRow[], judged: Judged | null): Promise<RowResult[]> {
    const appended = judged && (await this.append(judged));
    if (appended) return inOrder(rows, judged.verdicts, appended);
    this.forget();
    const recording = storeRows(this.log, rows, this.vocabulary, this.delivery(), EACH);
    this.before = recording;
    return recording;
  }

  /** Null where something came another way meanwhile. */
  private async append({ events, cases, delivery }: Judged): Promise<Appended | null> {
    const expectedOf = (subject: string | null): ExpectedRevision =>
      cases.get(subject ?? '')?.revision ?? 'any';
    try {
      const appended = await appendEvents(this.log, events, delivery, expectedOf);
      for (const [subject, one] of cases) {
        const last = events.get(subject)?.at(-1);
        const place = last && appended.get(last.id);
        if (place?.stored === false) throw new IdConflictError([place.id]);
        if (place) one.revision = place.revision;
        if (!this.memory.has(subject)) this.memory.set(subject, one);
      }
      return appended;
    } catch (error) {
      if (error instanceof IdConflictError) this.mayTrustIds = false;
      else if (!(error instanceof WrongExpectedRevisionError)) throw error;
      return null;
    }
  }

  private forget(): void {
    this.era++;
    this.memory.clear();
    this.idsAreNew = false;
    this.last = undefined;
  }

  private delivery(): Delivery {
    return { ...this.sender, now: this.clock() };
  }
}
