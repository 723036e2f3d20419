import { cellsDigest, type CalculatedRelease, type PublishedCell } from '@lueckenlos/disclosure';
import type { LoggedRelease } from '../log/logged-releases';
import type { CodeVersions } from './code-versions';
import { differingCells, type CellDifference } from './compare-cells';

export type PublishedCells = readonly PublishedCell[];

/** Differences that are listed; the others are counted. */
const LISTED = 1_000;

/** Whether a release came out of the log again. */
export interface JudgedRelease {
  readonly id: string;
  /** The digest that was published. */
  readonly digest: string;
  readonly replayedDigest: string;
  /** Whether the digests are the same, and that of the cells that are said to be published, too. */
  readonly equal: boolean;
  readonly cells: number;
  readonly codeVersions: CodeVersions;
  /** Cell by cell, the first thousand; null where the published cells are not at hand. */
  readonly differences: readonly CellDifference[] | null;
  readonly differing: number | null;
}

/**
 * Compares what was published with what came out.
 * @param codeVersion of the software that has counted it again
 */
export function judge(
  release: Pick<LoggedRelease, 'id' | 'digest' | 'codeVersion'>,
  published: PublishedCells | null,
  replayed: CalculatedRelease,
  codeVersion: string,
): JudgedRelease {
  const { id, digest } = release;
  const cells = replayed.cubes.flatMap((cube) => cube.published);
  const differences = published && differingCells(published, cells);
  return {
    id,
    digest,
    replayedDigest: replayed.digest,
    equal: digest === replayed.digest && (published === null || cellsDigest(published) === digest),
    cells: cells.length,
    codeVersions: { published: release.codeVersion ?? null, replayed: codeVersion },
    differences: differences && differences.slice(0, LISTED),
    differing: differences && differences.length,
  };
}
