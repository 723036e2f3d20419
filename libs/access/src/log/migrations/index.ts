import { MigrationClass } from '@lueckenlos/platform';
import { CreateAccessLog1730000000000 } from './create-access-log.migration';

/** Schema `access`. */
export const accessMigrations: MigrationClass[] = [CreateAccessLog1730000000000];
