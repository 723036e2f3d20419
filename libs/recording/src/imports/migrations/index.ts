import type { MigrationClass } from '@lueckenlos/platform';
import { CreateImports1730000200000 } from './create-imports.migration';

/** Schema `recording`. */
export const recordingMigrations: MigrationClass[] = [CreateImports1730000200000];
