import { ProblemError } from '@lueckenlos/platform';
import { Injectable } from '@nestjs/common';
import type { Release } from '../catalogue/release';
import { ReleaseLog } from '../catalogue/release-log';
import { Publisher } from '../publish/publisher';
import { ReleaseStore } from '../store/release-store';

/** Withdraws releases. What was published has been seen: its figures stay readable, with the reason beside them. */
@Injectable()
export class Withdrawer {
  constructor(
    private readonly log: ReleaseLog,
    private readonly store: ReleaseStore,
    private readonly publisher: Publisher,
  ) {}

  /** @throws ProblemError where there is no such release, or it was withdrawn before */
  withdraw(id: string, reason: string, withdrawnBy: string): Promise<Release> {
    return this.store.exclusively(async () => {
      const release = (await this.publisher.settle()).find((one) => one.id === id);
      if (!release) throw new ProblemError({ code: 'releases.unknown-release' });
      if (release.withdrawn) throw new ProblemError({ code: 'releases.already-withdrawn' });
      await this.log.withdraw(release, reason, withdrawnBy);
      const settled = await this.publisher.settle();
      return settled.find((one) => one.id === id) ?? release;
    });
  }
}
