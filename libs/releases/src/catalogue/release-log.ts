import { createHash } from 'node:crypto';
import { EVENT_STORE, eventId, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  RELEASE_PUBLISHED,
  RELEASE_WITHDRAWN,
  RELEASES,
  releasesOf,
  releasesStream,
  type Release,
  type ReleaseTerms,
} from './release';

const PAGE = 1_000;

/** Releases in the log: which there are, and how one comes into it. */
@Injectable()
export class ReleaseLog {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All releases that the log knows, oldest first. */
  async releases(): Promise<Release[]> {
    const events: StoredEvent[] = [];
    for (;;) {
      const page = await this.store.readCategory(RELEASES, events.at(-1)?.position ?? 0n, PAGE);
      events.push(...page);
      if (page.length < PAGE) return releasesOf(events);
    }
  }

  publish(terms: ReleaseTerms, publishedBy: string): Promise<void> {
    return this.append(terms.chain, RELEASE_PUBLISHED, { ...terms }, { publishedBy });
  }

  withdraw({ id, chain }: Release, reason: string, withdrawnBy: string): Promise<void> {
    return this.append(chain, RELEASE_WITHDRAWN, { id, chain, reason }, { withdrawnBy });
  }

  /** The caller holds the lock of releases: nobody else appends to these streams. */
  private async append(
    chain: string,
    type: string,
    data: Readonly<Record<string, unknown>>,
    who: Readonly<Record<string, string>>,
  ): Promise<void> {
    const now = this.clock();
    const stream = releasesStream(chain);
    const contentHash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
    const metadata = { knownAt: now.toISOString(), contentHash, ...who };
    const event = {
      id: eventId(stream, `${type} ${contentHash}`),
      type,
      schemaVersion: 1,
      source: null,
      data,
      metadata,
    };
    await this.store.append([{ stream, expected: 'any', events: [event] }], now);
  }
}
