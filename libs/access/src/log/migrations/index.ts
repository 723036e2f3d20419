import { MigrationClass } from '@lueckenlos/platform';
import { CreateAccessLog1730000000000 } from './create-access-log.migration';
import { ExpireAccessLog1790000600000 } from './expire-access-log.migration';

/** Schema `access`. */
export const accessMigrations: MigrationClass[] = [
  CreateAccessLog1730000000000,
  ExpireAccessLog1790000600000,
];
