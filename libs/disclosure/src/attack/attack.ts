import type { CubeKind } from '../release/cube';
import { CUBE_KINDS } from '../release/cube';
import { gridOf, type Grid, type GridCell } from './grid';
import { programOf, type Program } from './program';
import type { PublicKnowledge } from './public-knowledge';
import { searchBounds, type Bounds, type Weapons } from './search';
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

/** A stage under attack. */
export interface StageAttack {
  /** How many cells are attacked. */
  readonly cells: number;
  /** Attacks layer by layer, as far as it is asked for. */
  readonly layers: Iterable<LayerFindings>;
}

/**
 * Attacks a stage. First all that adds up narrows all ranges; then each layer is searched on its own.
 * @param stage the empty text for the scope
 * @param weapons null for what adding up alone gives away
 */
export function attackStage(attacker: Attacker, stage: string, weapons: Weapons | null): StageAttack {
  const model = stageModel(attacker, stage);
  const attacked = model.layers.filter(({ published, name }) => published !== null && name.stage === stage);
  return {
    cells: attacked.reduce((cells, { grid }) => cells + grid.cells.length, 0),
    layers: searched(attacked, model, weapons),
  };
}

function* searched(
  layers: readonly ModelLayer[],
  model: StageModel,
  weapons: Weapons | null,
): Generator<LayerFindings> {
  for (const layer of layers) {
    const program = programOf(layer, model);
    const bounds = weapons ? searchBounds(program, weapons) : addedUp(program);
    yield { layer: layer.name, findings: bounds?.map((one, i) => findingOf(layer, i, one)) ?? null };
  }
}

function addedUp({ ranges, cells }: Program): readonly Bounds[] | null {
  if (ranges.some(({ low, high }) => low > high)) return null;
  return ranges.slice(0, cells).map((certain) => ({ possible: null, certain }));
}

function findingOf({ name, grid, published }: ModelLayer, index: number, bounds: Bounds): Finding {
  const cell = grid.cells[index] as GridCell;
  return { layer: name, cell, published: published?.get(cell.name) ?? 0, bounds };
}
