import type { CubeKind } from '../release/cube';
import { CUBE_KINDS } from '../release/cube';
import { gridOf, type Grid, type GridCell } from './grid';
import { linearProgram } from './linear-program';
import type { PublicKnowledge } from './public-knowledge';
import { searchBounds, type Bounds, type Solver } from './search';
import type { LayerName } from './seen-release';
import { stageModel, type Attacker, type ModelLayer, type StageModel } from './stage-model';

/** What an attacker can tell of one cell. */
export interface Finding {
  readonly layer: LayerName;
  readonly cell: GridCell;
  /** Zero where it is missing. */
  readonly published: number;
  readonly bounds: Bounds;
}

/** What an attacker can tell of one layer; null where what was supposed contradicts what was published. */
export interface LayerFindings {
  readonly layer: LayerName;
  readonly findings: readonly Finding[] | null;
}

/** The tables of a release as grids: the same for all that is counted in them. */
export function gridsOf(cubes: readonly string[], knowledge: PublicKnowledge): Record<CubeKind, Grid> {
  return Object.fromEntries(CUBE_KINDS.map((kind) => [kind, gridOf(cubes, kind, knowledge)])) as Record<
    CubeKind,
    Grid
  >;
}

/**
 * Attacks a stage, layer by layer. First all that adds up narrows all ranges; then each layer is a whole-number program of its own.
 * @param stage the empty text for the scope
 * @param solver null for what adding up alone gives away
 */
export function* attackStage(
  attacker: Attacker,
  stage: string,
  solver: Solver | null,
): Generator<LayerFindings> {
  const model = stageModel(attacker, stage);
  for (const layer of model.layers) {
    if (layer.published === null || layer.name.stage !== stage) continue;
    const bounds = boundsOf(layer, model, solver);
    yield { layer: layer.name, findings: bounds?.map((one, i) => findingOf(layer, i, one)) ?? null };
  }
}

function boundsOf(layer: ModelLayer, model: StageModel, solver: Solver | null): readonly Bounds[] | null {
  const program = linearProgram(layer, model);
  const ranges = layer.grid.cells.map((_, i) => ({ low: program.low[i] ?? 0, high: program.high[i] ?? 0 }));
  if (ranges.some(({ low, high }) => low > high)) return null;
  // Where all of a layer is zero nothing tells its cells apart.
  if (solver === null || layer.published?.size === 0)
    return ranges.map((range) => ({ possible: range, certain: range }));
  return searchBounds(program, solver);
}

function findingOf({ name, grid, published }: ModelLayer, index: number, bounds: Bounds): Finding {
  const cell = grid.cells[index] as GridCell;
  return { layer: name, cell, published: published?.get(cell.name) ?? 0, bounds };
}
