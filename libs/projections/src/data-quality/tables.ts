import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

/** Creates the tables of data quality and reporting delays. */
export const dataQualityTables = [
  'quality-count',
  'waiting-record',
  'waiting-record-target',
  'delay-count',
].map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`));
