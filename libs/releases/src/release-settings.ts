import type { CalendarLimits } from './calendar/calendar';
import type { SeriesKey } from './series/series-key';
import type { OpenTable } from './tables/named-table';

/** Injects the {@link ReleaseSettings}. */
export const RELEASE_SETTINGS = Symbol('RELEASE_SETTINGS');

/** What releases of this process are made with. */
export interface ReleaseSettings {
  readonly table: OpenTable;
  /** Opened for a publication only: whoever reads releases needs no secret. */
  openSeries(): Promise<SeriesKey>;
  readonly calendar: CalendarLimits;
  /** The least published base on which a share is shown. */
  readonly floor: number;
}
