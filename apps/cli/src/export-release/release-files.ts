import { canonicalCell } from '@lueckenlos/disclosure';
import type { Language } from '@lueckenlos/terminal';
import { methodSheet } from '../releases/method-sheet';
import type { ReleaseContent, ReleaseTerms } from '../releases/release-content';
import { dataPackage } from './data-package';
import { dcatOf, type Catalogued } from './dcat';
import { exportedTable, type ExportedTable } from './exported-table';
import { csvOf, jsonStatOf, parquetOf } from './table-formats';
import { sha256, type ExportedFile } from './write-folder';

/** All files of an export. The same release gives the same bytes: no clock, no chance. */
export function releaseFiles(content: ReleaseContent, catalogued: Catalogued): ExportedFile[] {
  const { terms, definitions, cells } = content;
  const tables = terms.cubes.map((cube) =>
    exportedTable(
      cube,
      cells.filter((cell) => cell.cube === cube),
    ),
  );
  const data = tables.flatMap((table) => tableFiles(table, terms));
  const described = [
    textFile('release.json', 'application/json', json(terms)),
    textFile('definitions.json', 'application/json', json(definitions)),
    textFile(
      'cells.ndjson',
      'application/x-ndjson',
      cells.map((cell) => `${canonicalCell(cell)}\n`).join(''),
    ),
    textFile('datapackage.json', 'application/json', json(dataPackage(terms, tables))),
    sheetFile('METHODIK.md', terms, 'de'),
    sheetFile('METHOD.md', terms, 'en'),
  ];
  const offered = [...data, ...described].map(({ path, mediaType, content: bytes }) => ({
    path,
    mediaType,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const catalogue = json(dcatOf(content, catalogued, offered));
  return [...data, ...described, textFile('dcat-ap-de.jsonld', 'application/ld+json', catalogue)];
}

function tableFiles(table: ExportedTable, terms: ReleaseTerms): ExportedFile[] {
  const path = `data/${table.file}`;
  return [
    textFile(`${path}.csv`, 'text/csv', csvOf(table)),
    textFile(`${path}.json`, 'application/json', json(jsonStatOf(table, terms.label))),
    { path: `${path}.parquet`, mediaType: 'application/vnd.apache.parquet', content: parquetOf(table) },
  ];
}

function sheetFile(path: string, terms: ReleaseTerms, language: Language): ExportedFile {
  const sections = methodSheet(terms, language).map(({ heading, lines }) =>
    [`## ${heading}`, ...lines].join('\n\n'),
  );
  const withdrawn = terms.withdrawn ? [`**${WITHDRAWN[language]} ${terms.withdrawn.reason}**`] : [];
  const text = [`# ${terms.label}`, `\`${terms.id}\``, ...withdrawn, ...sections].join('\n\n');
  return textFile(path, 'text/markdown', `${text}\n`);
}

const WITHDRAWN = { de: 'Zurückgezogen:', en: 'Withdrawn:' } as const;

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function textFile(path: string, mediaType: string, text: string): ExportedFile {
  return { path, mediaType, content: Buffer.from(text, 'utf8') };
}
