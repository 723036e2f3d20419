import type { PublishedCell } from '@lueckenlos/disclosure';
import { linesOf, type PublishedCells } from '@lueckenlos/replay/engine';
import type { Api } from '../client/api';
import type { OpenedLog } from './log-file';

/** All published cells of a release, as the server has them. */
export async function fetchCells(api: Api, release: string): Promise<PublishedCells> {
  const { body } = await api.request(`/v1/releases/${encodeURIComponent(release)}/cells`);
  return readCells((body ?? []) as OpenedLog['chunks']);
}

/** Cells as NDJSON. */
export async function readCells(chunks: OpenedLog['chunks']): Promise<PublishedCells> {
  const cells: PublishedCell[] = [];
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) cells.push(JSON.parse(line) as PublishedCell);
  }
  return cells;
}
