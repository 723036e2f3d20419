import type { ReleasedTables } from '@lueckenlos/figures';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ReleaseStore } from './release-store';

type Places = Awaited<ReturnType<ReleasedTables['places']>>;

/** A place of a table takes some kibibytes. */
const KEPT_PLACES = 5_000;

/** What the figures ask of releases. Tables that were asked for lately are kept: those of a published release never change. */
@Injectable()
export class ReleasedTablesReader implements ReleasedTables {
  private readonly tables = new LRUCache<string, Places>({
    maxSize: KEPT_PLACES,
    sizeCalculation: (places) => places.length + 1,
  });

  constructor(private readonly store: ReleaseStore) {}

  /** Always from the database: a release may be withdrawn at any time. */
  find(release: string, chain: string): ReturnType<ReleasedTables['find']> {
    return this.store.find(release === 'latest' ? null : release, chain);
  }

  async places(...[release, cube, stage]: Parameters<ReleasedTables['places']>): Promise<Places> {
    const name = JSON.stringify([release, cube, stage]);
    const kept = this.tables.get(name);
    if (kept) return kept;
    const read = await this.store.publishedCells(release, cube, stage);
    this.tables.set(name, read);
    return read;
  }
}
