import { join } from 'node:path';
import type { CubeCells } from '@lueckenlos/disclosure';
import type { ReleasedDefinitions } from '@lueckenlos/figures';
import { inTransaction, loadSql, POOL } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { readTerms, type Release, type ReleaseTerms, type Withdrawal } from '../catalogue/release';
import type { OpenTable } from '../tables/named-table';
import { byPlace, merged, type Nested, type Place, type StoredPlace } from './places';

const sql = (name: string): string => loadSql(join(__dirname, 'sql'), `${name}.sql`);
const [LOCK, TABLE, PREPARE, CONFIRM, FORGET] = [
  sql('lock-releases'),
  sql('save-table'),
  sql('prepare-release'),
  sql('confirm-releases'),
  sql('forget-prepared'),
];
const [PUBLISHED, SEALED] = [sql('save-published'), sql('save-sealed')];
const [FIND, LIST, CELLS, SEALED_CELLS] = [
  sql('find-release'),
  sql('list-releases'),
  sql('published-cells'),
  sql('sealed-cells'),
];

/** A release that is about to come into the log. */
export interface PreparedRelease {
  readonly terms: ReleaseTerms;
  readonly definitions: ReleasedDefinitions;
  readonly cubes: readonly CubeCells[];
}

interface ReleaseRow {
  readonly terms: object;
  readonly published_at: Date;
  readonly withdrawn: Withdrawal | null;
}

/** Keeps the cells of releases in PostgreSQL. Which releases there are is said by the log. */
@Injectable()
export class ReleaseStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** One at a time in the whole installation; who waits holds a connection. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (tx) => {
      await tx.query(LOCK);
      return work();
    });
  }

  /** Stores the cells of a release that is about to come into the log. */
  async prepare({ terms, definitions, cubes }: PreparedRelease, table: OpenTable): Promise<void> {
    await inTransaction(this.pool, async (tx) => {
      await tx.query(TABLE, [table.digest, table.name, JSON.stringify(table.content)]);
      await tx.query(PREPARE, [terms.id, terms.chain, JSON.stringify(terms), JSON.stringify(definitions)]);
      for (const { cube, published, sealed } of cubes) {
        await save(
          tx,
          PUBLISHED,
          terms.id,
          cube,
          byPlace(published, ({ n }) => n),
        );
        await save(
          tx,
          SEALED,
          terms.id,
          cube,
          byPlace(sealed, ({ n, key }) => [n, key.toString()]),
        );
      }
    });
  }

  /** Takes over what the log says: what is not in it is forgotten. The caller holds the lock. */
  async settle(releases: readonly Release[]): Promise<void> {
    await inTransaction(this.pool, async (tx) => {
      await tx.query(CONFIRM, [
        releases.map(({ id }) => id),
        releases.map(({ publishedAt }) => publishedAt),
        releases.map(({ withdrawn }) => withdrawn && JSON.stringify(withdrawn)),
      ]);
      await tx.query(FORGET);
    });
  }

  async list(): Promise<Release[]> {
    return (await this.pool.query<ReleaseRow>(LIST)).rows.map(releaseOf);
  }

  /** A release by id, or without one the newest of a chain that was not withdrawn. */
  async find(
    id: string | null,
    chain: string | null,
  ): Promise<{ readonly heading: Release; readonly definitions: ReleasedDefinitions } | null> {
    const { rows } = await this.pool.query<ReleaseRow & { definitions: ReleasedDefinitions }>(FIND, [
      id,
      chain,
    ]);
    return rows[0] ? { heading: releaseOf(rows[0]), definitions: rows[0].definitions } : null;
  }

  /** @param stage only this one, where stages are stored apart */
  async publishedCells(release: string, cube: string, stage: string | null = null): Promise<Place<number>[]> {
    const { rows } = await this.pool.query<{
      coordinates: Place<number>['coordinates'];
      counts: Nested<number>;
    }>(CELLS, [release, cube, stage]);
    return merged(rows.map(({ coordinates, counts }) => ({ coordinates, values: counts })));
  }

  /** True counts with the keys of their cells, as decimal texts. */
  async sealedCells(release: string, cube: string): Promise<Place<[number, string]>[]> {
    const { rows } = await this.pool.query<{
      coordinates: Place<number>['coordinates'];
      sealed: Nested<[number, string]>;
    }>(SEALED_CELLS, [release, cube]);
    return merged(rows.map(({ coordinates, sealed }) => ({ coordinates, values: sealed })));
  }
}

async function save(
  tx: PoolClient,
  statement: string,
  release: string,
  cube: string,
  places: readonly StoredPlace<unknown>[],
): Promise<void> {
  await tx.query(statement, [
    release,
    cube,
    places.map(({ name }) => name),
    places.map(({ stage }) => stage),
    places.map(({ coordinates }) => JSON.stringify(coordinates)),
    places.map(({ values }) => JSON.stringify(values)),
  ]);
}

function releaseOf({ terms, published_at, withdrawn }: ReleaseRow): Release {
  return { ...readTerms(terms), publishedAt: published_at.toISOString(), withdrawn };
}
