export { ReleasesModule } from './releases.module';
export { releaseMigrations } from './migrations';
export { Publisher, type Publication } from './publish/publisher';
export type { Release } from './catalogue/release';
