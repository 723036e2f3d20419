import type { ReleasedTables } from '@lueckenlos/figures';
import { Injectable } from '@nestjs/common';
import { ReleaseStore } from './release-store';

/** What the figures ask of releases. */
@Injectable()
export class ReleasedTablesReader implements ReleasedTables {
  constructor(private readonly store: ReleaseStore) {}

  find(release: string, chain: string): ReturnType<ReleasedTables['find']> {
    return this.store.find(release === 'latest' ? null : release, chain);
  }

  places(
    ...[release, cube, stage]: Parameters<ReleasedTables['places']>
  ): ReturnType<ReleasedTables['places']> {
    return this.store.publishedCells(release, cube, stage);
  }
}
