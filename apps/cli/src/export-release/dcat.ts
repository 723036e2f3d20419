import type { ReleaseContent } from '../releases/release-content';

/** What a catalogue is told besides what the release says of itself. */
export interface Catalogued {
  readonly publisher: string;
  /** Address of the licence. */
  readonly licence: string;
  /** Where the folder will be found; file names are relative to it. */
  readonly baseUrl: string;
}

/** A file that is offered, with its SHA-256. */
export interface OfferedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const MUNICIPALITIES = 'http://dcat-ap.de/def/politicalGeocoding/municipalityKey/';

/** DCAT-AP.de 3.0 as JSON-LD: one dataset, one distribution for each file. */
export function dcatOf(
  content: ReleaseContent,
  catalogued: Catalogued,
  files: readonly OfferedFile[],
): object {
  const { terms } = content;
  const base = catalogued.baseUrl.replace(/\/*$/, '/');
  const licence = { '@id': catalogued.licence };
  return {
    '@context': CONTEXT,
    '@id': `${base}#dataset`,
    '@type': 'dcat:Dataset',
    'dcterms:identifier': terms.id,
    'dcterms:title': [
      { '@language': 'de', '@value': terms.label },
      { '@language': 'en', '@value': `${terms.label} (${terms.id})` },
    ],
    'dcterms:description': [
      {
        '@language': 'de',
        '@value': `Wo Kinder aus der Präventionskette fallen: geschützte Zahlen, Stand Ende ${terms.asOf}.`,
      },
      {
        '@language': 'en',
        '@value': `Where children fall out of the prevention chain: protected counts as of the end of ${terms.asOf}.`,
      },
    ],
    // Validators don't follow that an organisation is an agent.
    'dcterms:publisher': {
      '@type': ['foaf:Agent', 'foaf:Organization'],
      'foaf:name': catalogued.publisher,
    },
    'dcterms:issued': { '@type': 'xsd:dateTime', '@value': terms.publishedAt },
    'dcterms:language': [
      { '@id': 'http://publications.europa.eu/resource/authority/language/DEU' },
      { '@id': 'http://publications.europa.eu/resource/authority/language/ENG' },
    ],
    'dcat:theme': [
      { '@id': 'http://publications.europa.eu/resource/authority/data-theme/EDUC' },
      { '@id': 'http://publications.europa.eu/resource/authority/data-theme/SOCI' },
    ],
    'dcat:keyword': ['Präventionskette', 'Kinder', 'Bildung', 'Statistik'],
    'dcterms:spatial': spatialOf(content),
    'dcterms:temporal': {
      '@type': 'dcterms:PeriodOfTime',
      'dcat:startDate': { '@type': 'xsd:gYear', '@value': firstBirthYear(content) },
      'dcat:endDate': { '@type': 'xsd:gYearMonth', '@value': terms.asOf },
    },
    'dcat:distribution': files.map(({ path, mediaType, bytes, sha256 }) => ({
      '@id': base + path,
      '@type': 'dcat:Distribution',
      'dcterms:title': path,
      'dcat:accessURL': { '@id': base + path },
      'dcat:downloadURL': { '@id': base + path },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
      'dcterms:license': licence,
      'dcatde:licenseAttributionByText': catalogued.publisher,
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
      },
    })),
  };
}

/** The municipalities: areas that lie in no other. */
export function municipalitiesOf({
  definitions,
}: ReleaseContent): { readonly code: string; readonly name: string }[] {
  return definitions.areas.filter(({ parent }) => parent === null);
}

function spatialOf(content: ReleaseContent): object[] {
  return municipalitiesOf(content).map(({ code, name }) => ({
    // The official key of a municipality has eight digits.
    ...(/^\d{8}$/.test(code) ? { '@id': MUNICIPALITIES + code } : {}),
    '@type': 'dcterms:Location',
    'dcterms:title': name,
  }));
}

function firstBirthYear({ cells, terms }: ReleaseContent): string {
  let first = Number(terms.asOf.slice(0, 4));
  for (const { by } of cells) if (typeof by.birthYear === 'number') first = Math.min(first, by.birthYear);
  return String(first);
}
