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
    for (const { measure, stage, value, id } of (await tx.query<Series>(ALL)).rows) {
      series.remember(series.valuesOf(measure, stage), value, id);
    }
    return series;
  }

  /** The numbers of the values of a measure at a stage, to be looked up with {@link idOf}. */
  valuesOf(measure: Measure, stage: string): Map<string, number> {
    return childOf(childOf(this.ids, measure), stage);
  }

  idOf(
    { measure, stage }: Pick<Series, 'measure' | 'stage'>,
    values: Map<string, number>,
    value: string,
  ): number {
    const known = values.get(value);
    if (known !== undefined) return known;
    const id = this.remember(values, value, this.last + 1);
    this.added.push({ id, measure, stage, value });
    return id;
  }

  async saveNew(tx: PoolClient): Promise<void> {
    const { added } = this;
    if (added.length === 0) return;
    this.added = [];
    await tx.query(ADD, [
      added.map(({ id }) => id),
      added.map(({ measure }) => measure),
      added.map(({ stage }) => stage),
      added.map(({ value }) => value),
    ]);
  }

  private remember(values: Map<string, number>, value: string, id: number): number {
    values.set(value, id);
    this.last = Math.max(this.last, id);
    return id;
  }
}

function childOf<K, V>(parent: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let child = parent.get(key);
  if (!child) parent.set(key, (child = new Map<K, V>()));
  return child;
}
