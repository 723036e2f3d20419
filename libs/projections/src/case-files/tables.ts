import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

const TABLES = [
  'filed-case',
  'filed-case-first',
  'filed-case-known',
  'filed-case-position',
  'filed-case-family',
  'counting',
];

/** Creates the tables of the case files. */
export const caseFileTables = TABLES.map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`));
