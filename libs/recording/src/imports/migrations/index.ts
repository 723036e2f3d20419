import type { MigrationClass } from '@lueckenlos/platform';
import { CreateOutcomeCount1730000210000 } from '../../outcomes/migrations/create-outcome-count.migration';
import { CreateImports1730000200000 } from './create-imports.migration';

/** Schema `recording`. */
export const recordingMigrations: MigrationClass[] = [
  CreateImports1730000200000,
  CreateOutcomeCount1730000210000,
];
