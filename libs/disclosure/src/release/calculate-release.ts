import {
  areaOfKind,
  confirmedObservations,
  Coverage,
  crossSection,
  foldedChildren,
  schedulerFor,
  type Area,
  type CaseFile,
  type CaseHistory,
  type ChainBody,
  type Known,
  type Month,
  type Scheduler,
  type Source,
} from '@lueckenlos/chain';
import type { Perturb } from '../cell-key/perturb';
import { CellTally } from './cell-tally';
import { cubeName, type CubeDefinition } from './cube';
import { LifeTableTally } from './life-table-tally';
import { cellsDigest, publishCells, type PublishedCell } from './published-cells';
import type { AreaAt, TrueCell } from './true-cell';

/** All that the true cells of a release depend on, besides the case files. */
export interface ReleaseBasis {
  readonly chain: ChainBody;
  /** Those of the as-of month. */
  readonly areas: readonly Area[];
  readonly asOf: Month;
  /** The state of knowledge that the release has frozen; it holds for case files and sources. */
  readonly known: Known;
  /** What agencies had announced and completed by then; none where nobody announces. */
  readonly sources: readonly Source[];
  /** The record key of a child within the series, by the least of its pseudonyms. */
  readonly keyOf: (child: string) => bigint;
  /** The closed list of tables. */
  readonly cubes: readonly CubeDefinition[];
}

/** The cells of one table, protected and true. */
export interface CubeCells {
  readonly cube: string;
  readonly published: readonly PublishedCell[];
  readonly sealed: readonly TrueCell[];
}

export interface CalculatedRelease {
  readonly cubes: readonly CubeCells[];
  /** SHA-256 over the canonical published cells. */
  readonly digest: string;
}

/**
 * Case files in, cells and digest out: a function of the set of records, whatever reads them. At publication they come from the
 * read models, in a replay from the log. Files are taken one by one; memory goes with the number of cells.
 */
export async function calculateRelease(
  files: AsyncIterable<CaseFile> | Iterable<CaseFile>,
  basis: ReleaseBasis,
  perturb: Perturb,
): Promise<CalculatedRelease> {
  const tally = new ReleaseTally(basis);
  for await (const file of files)
    for (const { id, history } of foldedChildren(file, basis.known)) tally.add(id, history);
  return tally.calculated(perturb);
}

/** Counts children in every table, with the keys of its cells. */
export class ReleaseTally {
  private readonly scheduler: Scheduler;
  private readonly coverage: Coverage;
  private readonly areaAt: AreaAt;
  private readonly crossSections = new CellTally();
  private readonly lifeTables: LifeTableTally;

  constructor(private readonly basis: Omit<ReleaseBasis, 'known'>) {
    this.scheduler = schedulerFor(basis.chain);
    this.coverage = new Coverage(basis.sources);
    const areas = new Map(basis.areas.map((area) => [area.code, area]));
    this.areaAt = (code, level) => areaOfKind(areas, code, level);
    const cubes = basis.cubes.filter(({ kind }) => kind === 'life-tables');
    this.lifeTables = new LifeTableTally(cubes, basis.asOf, this.areaAt, this.coverage);
  }

  /** @param id the least pseudonym of the child */
  add(id: string, history: CaseHistory): void {
    const { asOf, keyOf } = this.basis;
    const key = keyOf(id);
    const schedule = history.birth === null ? null : this.scheduler(history.birth);
    const section = crossSection(history, this.scheduler, asOf, 'last');
    if (section) {
      const { cell, observations } = section;
      this.crossSections.add(
        cell,
        confirmedObservations(observations, schedule, cell.area, this.coverage),
        key,
      );
    }
    this.lifeTables.add(history, schedule, key);
  }

  calculated(perturb: Perturb): CalculatedRelease {
    const cubes = this.basis.cubes.map((cube): CubeCells => {
      const sealed = this.cellsOf(cube);
      return { cube: cubeName(cube), sealed, published: publishCells(sealed, perturb) };
    });
    return { cubes, digest: cellsDigest(cubes.flatMap(({ published }) => published)) };
  }

  private cellsOf(cube: CubeDefinition): TrueCell[] {
    return cube.kind === 'life-tables'
      ? this.lifeTables.cellsOf(cube)
      : this.crossSections.cellsOf(cube, this.areaAt);
  }
}
