import { STATUSES, type Status, type Title } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import type { StatDimension } from '../formats/json-stat';

/** The statuses in words for people. */
export const STATUS_LABELS: Readonly<Record<Status, Title>> = {
  reached_on_time: { en: 'reached on time', de: 'rechtzeitig erreicht' },
  reached_late: { en: 'reached late', de: 'verspätet erreicht' },
  recovered: { en: 'lost and came back', de: 'verloren und zurückgekehrt' },
  skipped_open: { en: 'skipped, may still come', de: 'übersprungen, noch möglich' },
  skipped: { en: 'skipped', de: 'übersprungen' },
  pending: { en: 'not due yet', de: 'noch nicht fällig' },
  overdue: { en: 'overdue', de: 'überfällig' },
  lost: { en: 'lost', de: 'verloren' },
  lost_moved_out: { en: 'lost, then moved away', de: 'verloren, später fortgezogen' },
  lost_died: { en: 'lost, then died', de: 'verloren, später verstorben' },
  censored_moved_out: { en: 'moved away before', de: 'vorher fortgezogen' },
  censored_died: { en: 'died before', de: 'vorher verstorben' },
  not_observed: { en: 'moved in after the deadline', de: 'nach Fristende zugezogen' },
};

export function statusDimension(language: Language): StatDimension {
  const categories = new Map(STATUSES.map((id) => [id, STATUS_LABELS[id][language]]));
  return { id: 'status', label: 'Status', categories };
}
