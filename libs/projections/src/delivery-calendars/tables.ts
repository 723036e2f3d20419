import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';

/** Creates the tables of what agencies announce and complete. */
export const deliveryCalendarTables = ['delivery-calendar', 'delivery-statement'].map((table) =>
  loadSql(join(__dirname, 'tables'), `${table}.sql`),
);
