import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

/** Creates the tables of the definitions. */
export const definitionTables = ['chain', 'area-edition'].map((table) =>
  loadSql(join(__dirname, 'tables'), `${table}.sql`),
);
