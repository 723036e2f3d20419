import type { ReleaseTerms } from '../releases/release-content';
import type { ExportedTable } from './exported-table';
import { COUNT_COLUMNS } from './table-formats';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  birthYear: 'Geburtsjahr / year of birth, or unknown',
  schoolYear: 'Einschulungsjahr / school-entry year, or unknown',
  area: 'Gebietsschlüssel / code of the area (definitions.json), or unknown',
  povertyRisk: 'Armutsrisiko / poverty risk: true, false, unknown',
  measure:
    'Was gezählt wird / what is counted: scope, status, window, next, at-risk, events, moved-out, died …',
  stage: 'Station der Kette / stage of the chain; empty for the scope',
  value:
    'Wert der Messgröße / value of the measure, such as a status; of next a stage, empty: none yet, ?: not told, a source was silent; in life tables the month since birth',
  n: 'Veröffentlichte (gestörte) Zahl / published (perturbed) count; empty where it was published as zero',
  status: 'published, or zero-or-hidden: none, or a few',
};

/** A Frictionless Data Package (https://datapackage.org) with the schema of each table. */
export function dataPackage(terms: ReleaseTerms, tables: readonly ExportedTable[]): object {
  return {
    profile: 'tabular-data-package',
    name: terms.id,
    title: terms.label,
    created: terms.publishedAt,
    version: terms.digest,
    resources: tables.map(({ cube, file, breakdowns }) => ({
      name: file.toLowerCase(),
      title: cube,
      path: `data/${file}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: [...breakdowns, ...COUNT_COLUMNS].map(fieldOf),
        missingValues: [''],
        primaryKey: [...breakdowns, 'measure', 'stage', 'value'],
      },
    })),
  };
}

function fieldOf(name: string): object {
  // The scope has no stage, and no next stage is a value: an empty text is a text there.
  const type = name === 'n' ? 'integer' : 'string';
  const constraints = name === 'status' ? { enum: ['published', 'zero-or-hidden'] } : {};
  return { name, type, description: DESCRIPTIONS[name], constraints };
}
