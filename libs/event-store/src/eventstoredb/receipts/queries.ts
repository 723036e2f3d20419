import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

const sql = (name: string): string => loadSql(join(__dirname, 'sql'), `${name}.sql`);

/** The statements of the receipt index, one file each. */
export const queries = {
  adopt: sql('adopt'),
  confirm: sql('confirm'),
  countBetween: sql('count-between'),
  databaseTime: sql('database-time'),
  findInStreams: sql('find-in-streams'),
  findPlaces: sql('find-places'),
  firstPosition: sql('first-position'),
  head: sql('head'),
  lastRevision: sql('last-revision'),
  listBySource: sql('list-by-source'),
  listCategory: sql('list-category'),
  noteForeign: sql('note-foreign'),
  openStreams: sql('open-streams'),
  positionUpTo: sql('position-up-to'),
  prolong: sql('prolong'),
  release: sql('release'),
  releaseExpired: sql('release-expired'),
  reserve: sql('reserve'),
};
