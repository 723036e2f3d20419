import type { ExportRow } from '../rows/export-row';

export type ColumnKind = 'text' | 'integer' | 'instant' | 'date' | 'boolean';

/** The columns of a table of rows, in their order. */
export const COLUMNS: readonly { readonly name: keyof ExportRow; readonly kind: ColumnKind }[] = [
  { name: 'position', kind: 'integer' },
  { name: 'recordedAt', kind: 'instant' },
  { name: 'knownAt', kind: 'instant' },
  { name: 'kind', kind: 'text' },
  { name: 'agency', kind: 'text' },
  { name: 'id', kind: 'text' },
  { name: 'case', kind: 'text' },
  { name: 'stage', kind: 'text' },
  { name: 'firstOfMonth', kind: 'date' },
  { name: 'area', kind: 'text' },
  { name: 'povertyRisk', kind: 'boolean' },
  { name: 'corrects', kind: 'text' },
  { name: 'retracts', kind: 'text' },
  { name: 'reason', kind: 'text' },
  { name: 'other', kind: 'text' },
  { name: 'data', kind: 'text' },
];
