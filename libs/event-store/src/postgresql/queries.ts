import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

const sql = (name: string): string => loadSql(join(__dirname, 'sql'), `${name}.sql`);

/** The statements of this adapter, one file each. */
export const queries = {
  append: sql('append'),
  findByIds: sql('find-by-ids'),
  findPlaces: sql('find-places'),
  listBySource: sql('list-by-source'),
  listen: sql('listen'),
  readAll: sql('read-all'),
  readCategory: sql('read-category'),
  readHead: sql('read-head'),
  readRevisions: sql('read-revisions'),
  readStream: sql('read-stream'),
  readStreams: sql('read-streams'),
  readStreamsMatching: sql('read-streams-matching'),
};
