import * as expected from './expected-tables';
import { readDocument, tableBehind } from './markdown';

/** Where each table of the reference stands, and what the program says it must hold. */
const TABLES: readonly [document: string, name: string, rows: () => expected.Row[]][] = [
  ['docs/reference/errors.md', 'errors', expected.errorRows],
  ['docs/reference/configuration.md', 'configuration', expected.configurationRows],
  ['docs/reference/scopes-and-roles.md', 'roles', expected.roleRows],
  ['docs/reference/scopes-and-roles.md', 'scopes', expected.scopeNames],
  ['docs/reference/agencies-file.md', 'agencies', expected.agencyRows],
  ['docs/reference/events.md', 'types', expected.eventTypeNames],
  ['docs/reference/statuses.md', 'statuses', expected.statusRows],
  ['docs/reference/statuses.md', 'case scopes', expected.caseScopeNames],
];

describe('the reference', () => {
  it.each(TABLES)('%s lists the %s that the program has, no more and no less', (document, name, rows) => {
    const wanted = rows();
    const columns = wanted[0]?.length ?? 0;
    const written = tableBehind(readDocument(document), name).map((row) => row.slice(0, columns));
    expect(written).toEqual(wanted);
  });
});
