import type { MigrationClass } from '@lueckenlos/platform';
import { CreateReplays1790000600000 } from './create-replays.migration';

/** The table of replays, in the schema `replays`. */
export const replayMigrations: readonly MigrationClass[] = [CreateReplays1790000600000];
