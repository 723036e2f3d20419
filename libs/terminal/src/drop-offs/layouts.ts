import type { Status, Title } from '@lueckenlos/chain';

/** A column that adds up statuses. Line breaks in a head keep the table narrow. */
export interface CountColumn {
  readonly head: Title;
  readonly statuses: readonly Status[];
}

/** The columns of a table. In each layout the counts add up to the cases in scope. */
export interface Layout {
  readonly counts: readonly CountColumn[];
  readonly share: Title;
  readonly interval: Title;
  readonly closed: Title;
}

const REACHED: readonly Status[] = ['reached_on_time', 'reached_late', 'recovered'];
const SKIPPED: readonly Status[] = ['skipped_open', 'skipped'];
const OPEN: readonly Status[] = ['pending', 'overdue'];
const LOST: readonly Status[] = ['lost', 'lost_moved_out', 'lost_died'];
const GONE: readonly Status[] = ['censored_moved_out', 'censored_died'];

/** One column for each thing that can have become of a child. */
const WIDE: Layout = {
  counts: [
    { head: { en: 'reached\non time', de: 'erreicht\nrechtzeitig' }, statuses: ['reached_on_time'] },
    { head: { en: 'reached\nlate', de: 'erreicht\nverspätet' }, statuses: ['reached_late'] },
    { head: { en: 'lost, then\ncame back', de: 'verloren,\nwieder da' }, statuses: ['recovered'] },
    { head: { en: 'skipped', de: 'über-\nsprungen' }, statuses: SKIPPED },
    { head: { en: 'not\ndue yet', de: 'noch nicht\nfällig' }, statuses: ['pending'] },
    { head: { en: 'overdue', de: 'über-\nfällig' }, statuses: ['overdue'] },
    { head: { en: 'lost', de: 'verloren' }, statuses: LOST },
    { head: { en: 'moved away\nbefore', de: 'vorher\nfortgezogen' }, statuses: ['censored_moved_out'] },
    { head: { en: 'died\nbefore', de: 'vorher\nverstorben' }, statuses: ['censored_died'] },
    { head: { en: 'not\nobserved', de: 'nicht be-\nobachtet' }, statuses: ['not_observed'] },
  ],
  share: { en: 'share reached\nin time, %', de: 'Anteil frist-\ngerecht, %' },
  interval: { en: '95 %\ninterval', de: '95-%-\nIntervall' },
  closed: { en: 'closed\nwindows', de: 'abgelaufene\nFristen' },
};

/** For a terminal of some 100 characters. */
const MIDDLE: Layout = {
  counts: [
    { head: { en: 'reached', de: 'erreicht' }, statuses: REACHED },
    { head: { en: 'skip-\nped', de: 'über-\nspr.' }, statuses: SKIPPED },
    { head: { en: 'still\nopen', de: 'noch\noffen' }, statuses: OPEN },
    { head: { en: 'lost', de: 'ver-\nloren' }, statuses: LOST },
    { head: { en: 'gone\nbefore', de: 'vorher\nfort' }, statuses: GONE },
    { head: { en: 'not\nobs.', de: 'nicht\nbeob.' }, statuses: ['not_observed'] },
  ],
  share: { en: 'share\n%', de: 'Anteil\n%' },
  interval: WIDE.interval,
  closed: { en: 'closed\nwindows', de: 'Frist\nvorbei' },
};

/** For a terminal of 80 characters. */
const NARROW: Layout = {
  ...MIDDLE,
  counts: [
    { head: { en: 'reached', de: 'erreicht' }, statuses: REACHED },
    { head: { en: 'open', de: 'offen' }, statuses: OPEN },
    { head: { en: 'lost', de: 'ver-\nloren' }, statuses: LOST },
    { head: { en: 'other', de: 'übrige' }, statuses: [...SKIPPED, ...GONE, 'not_observed'] },
  ],
};

/** The widest first. */
export const LAYOUTS: readonly Layout[] = [WIDE, MIDDLE, NARROW];
