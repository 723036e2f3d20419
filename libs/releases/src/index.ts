export { ReleasesModule } from './releases.module';
export { releaseMigrations } from './migrations';
export { Publisher, type Publication } from './publish/publisher';
export { ReleaseStore } from './store/release-store';
export { cellsOf } from './store/places';
export { openSeriesKey } from './series/series-key';
export { openTable } from './tables/named-table';
export type { Release } from './catalogue/release';
