export { ReplayModule } from './replay.module';
export { replayMigrations } from './replays/migrations';
