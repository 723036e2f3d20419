import { AgencyFile, RECORD_KINDS } from './agency-file';

const KINDS: readonly string[] = ['*', ...RECORD_KINDS];
const MEMBERS = ['id', 'title', 'stages', 'types'];

/** Every mistake in an agency file, as sentences with a JSON pointer; none where it is an {@link AgencyFile}. */
export function agencyFileMistakes(content: unknown): string[] {
  if (!isObject(content) || !Array.isArray(content.agencies)) return ['must be {"agencies": […]}'];
  const agencies = content.agencies as unknown[];
  return [
    ...agencies.flatMap((agency, index) =>
      agencyMistakes(agency).map((mistake) => `/agencies/${index}${mistake}`),
    ),
    ...repeatedIds(agencies),
  ];
}

function repeatedIds(agencies: readonly unknown[]): string[] {
  const ids = agencies.map((agency) => (isObject(agency) && isText(agency.id) ? agency.id : undefined));
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index ? [`/agencies/${index}/id is there twice: ${id}`] : [],
  );
}

export function isAgencyFile(content: unknown): content is AgencyFile {
  return agencyFileMistakes(content).length === 0;
}

function agencyMistakes(agency: unknown): string[] {
  if (!isObject(agency)) return [' must be an object'];
  const { id, title, stages, types } = agency;
  return [
    ...unless(
      isText(id) && /^[a-z0-9][a-z0-9-]{0,63}$/.test(id),
      '/id must be small letters, digits and hyphens',
    ),
    ...unless(
      isObject(title) && isText(title.de) && isText(title.en),
      '/title must have a text for "de" and "en"',
    ),
    ...unless(isTextList(stages), '/stages must be a list of stage ids, or ["*"]'),
    ...unless(isTextList(types), '/types must be a list of kinds of records, or ["*"]'),
    ...(isTextList(types) ? unknownKinds(types) : []),
    ...Object.keys(agency)
      .filter((member) => !MEMBERS.includes(member))
      .map((member) => `/${member} is unknown; valid are ${MEMBERS.join(', ')}`),
  ];
}

function unknownKinds(types: readonly string[]): string[] {
  return types.flatMap((kind, index) =>
    unless(KINDS.includes(kind), `/types/${index} must be one of ${KINDS.join(', ')}`),
  );
}

const unless = (valid: boolean, mistake: string): string[] => (valid ? [] : [mistake]);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
