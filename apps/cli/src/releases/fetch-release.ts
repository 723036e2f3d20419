import { cellsDigest, type Definitions, type PublishedCell } from '@lueckenlos/disclosure';
import type { Api } from '../client/api';
import { textOf } from '../client/send';
import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import type { ReleaseContent, ReleaseTerms } from './release-content';

const OTHER_CELLS = {
  en: 'The cells of {id} have not the digest that the release names: they were changed, or their transfer broke off.',
  de: 'Die Zellen von {id} haben nicht die Prüfsumme der Veröffentlichung: Sie wurden verändert oder unvollständig übertragen.',
};

/**
 * Everything that a server publishes of a release, checked against its digest.
 * @throws RefusedError where there is no such release or it may not be read
 */
export async function fetchRelease(api: Api, id: string): Promise<ReleaseContent> {
  const terms = await api.json<ReleaseTerms>(`/v1/releases/${encodeURIComponent(id)}`);
  const definitions = await api.json<Definitions>(`/v1/releases/${encodeURIComponent(id)}/definitions`);
  return checked({ terms, definitions, cells: await fetchCells(api, id) });
}

export async function fetchCells(api: Api, id: string): Promise<PublishedCell[]> {
  return cellsIn(await textOf(await api.request(`/v1/releases/${encodeURIComponent(id)}/cells`)));
}

/** The cells of NDJSON. */
export function cellsIn(lines: string): PublishedCell[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PublishedCell);
}

/** @throws CliError where the cells are not those of the release */
export function checked(content: ReleaseContent): ReleaseContent {
  const { terms, cells } = content;
  if (cellsDigest(cells) === terms.digest) return content;
  throw new CliError(EXIT.refused, OTHER_CELLS, { id: terms.id });
}
