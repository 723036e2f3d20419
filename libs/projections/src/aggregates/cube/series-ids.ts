import type { Measure } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SQL = join(__dirname, 'sql');
const ALL = loadSql(SQL, 'series.sql');
const ADD = loadSql(SQL, 'add-series.sql');

/** What is counted: a value of a measure at a stage. */
interface Series {
  readonly id: number;
  readonly measure: Measure;
  readonly stage: string;
  readonly value: string;
}

/** Gives each series its number. New ones are numbered at once and stored with {@link saveNew}. */
export class SeriesIds {
  private readonly ids = new Map<string, Map<string, Map<string, number>>>();
  private added: Series[] = [];
  private last = 0;

  static async load(tx: PoolClient): Promise<SeriesIds> {
    const series = new SeriesIds();
    for (const known of (await tx.query<Series>(ALL)).rows) series.remember(known);
    return series;
  }

  idOf({ measure, stage }: Pick<Series, 'measure' | 'stage'>, value: string): number {
    const known = this.ids.get(measure)?.get(stage)?.get(value);
    if (known !== undefined) return known;
    const series = { id: this.last + 1, measure, stage, value };
    this.remember(series);
    this.added.push(series);
    return series.id;
  }

  async saveNew(tx: PoolClient): Promise<void> {
    const { added } = this;
    if (added.length === 0) return;
    await tx.query(ADD, [
      added.map(({ id }) => id),
      added.map(({ measure }) => measure),
      added.map(({ stage }) => stage),
      added.map(({ value }) => value),
    ]);
    this.added = [];
  }

  private remember({ id, measure, stage, value }: Series): void {
    const stages = childOf(this.ids, measure);
    childOf(stages, stage).set(value, id);
    this.last = Math.max(this.last, id);
  }
}

function childOf<T>(parent: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let child: Map<string, T> | undefined = parent.get(key);
  if (!child) parent.set(key, (child = new Map<string, T>()));
  return child;
}
