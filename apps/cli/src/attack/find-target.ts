import {
  makePerturbationTable,
  tableDigest,
  type PerturbationTable,
  type PublishedCell,
  type Target,
} from '@lueckenlos/disclosure';
import type { Api } from '../client/api';
import { RefusedError } from '../client/refused-error';
import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import { fetchCells, fetchRelease } from '../releases/fetch-release';
import type { ReleaseContent, ReleaseTerms } from '../releases/release-content';

const OTHER_TABLE = {
  en: 'The perturbation table {name} cannot be made again from its parameters: another version of the program made it.',
  de: 'Die Störtabelle {name} lässt sich aus ihren Parametern nicht wieder herstellen: Eine andere Programmversion hat sie erzeugt.',
};

/** A release as its readers have it: what they lack is true counts and other releases. */
export function targetOf({ terms, definitions, cells }: ReleaseContent): Target {
  return { cubes: terms.cubes, cells, definitions, table: tableOf(terms), earlier: [], truths: null };
}

/** A release on a server, with those before it and, for whoever may read exact figures, the true counts to judge by. */
export async function fetchTarget(api: Api, id: string): Promise<Target> {
  const content = await fetchRelease(api, id);
  const { terms } = content;
  const all = await api.json<ReleaseTerms[]>('/v1/releases');
  const before = all.filter(
    ({ chain, asOf, publishedAt }) =>
      chain === terms.chain && asOf === terms.asOf && publishedAt < terms.publishedAt,
  );
  const earlier: PublishedCell[][] = [];
  for (const release of before) earlier.push(await fetchCells(api, release.id));
  return { ...targetOf(content), earlier, truths: await fetchTruths(api, terms) };
}

/** The table follows from its parameters: an attacker has it, as everybody has. */
function tableOf({ table: { name, digest, parameters } }: ReleaseTerms): PerturbationTable {
  const table = makePerturbationTable(parameters);
  if (tableDigest(table) !== digest) throw new CliError(EXIT.refused, OTHER_TABLE, { name });
  return table;
}

interface SealedPlace {
  readonly coordinates: PublishedCell['by'];
  readonly values: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, [number, string]>>>>>
  >;
}

/** Null where they may not be read. */
async function fetchTruths(api: Api, { id, cubes }: ReleaseTerms): Promise<PublishedCell[] | null> {
  const truths: PublishedCell[] = [];
  try {
    for (const cube of cubes) {
      const path = `/v1/releases/${encodeURIComponent(id)}/sealed/${encodeURIComponent(cube)}`;
      for (const place of await api.json<SealedPlace[]>(path)) truths.push(...cellsAt(cube, place));
    }
    return truths;
  } catch (error) {
    if (error instanceof RefusedError && error.problem.status === 403) return null;
    throw error;
  }
}

function cellsAt(cube: string, { coordinates: by, values }: SealedPlace): PublishedCell[] {
  return Object.entries(values).flatMap(([measure, stages]) =>
    Object.entries(stages).flatMap(([stage, counts]) =>
      Object.entries(counts).map(([value, [n]]) => ({
        cube,
        by,
        measure: measure as PublishedCell['measure'],
        stage,
        value,
        n,
      })),
    ),
  );
}
