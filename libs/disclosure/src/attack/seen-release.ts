import { cubeNamed, type CubeKind } from '../release/cube';
import type { PublishedCell } from '../release/published-cells';
import { cellName } from './grid';

/** One value of one measure at one stage, in all tables of a kind. */
export interface LayerName {
  readonly kind: CubeKind;
  readonly measure: PublishedCell['measure'];
  readonly stage: string;
  readonly value: string;
}

export const layerText = ({ kind, measure, stage, value }: LayerName): string =>
  [kind, measure, stage, value].join('\t');

/** A release as its reader sees it: published counts by layer and place; what is missing was published as zero. */
export class SeenRelease {
  private readonly layers = new Map<
    string,
    { readonly name: LayerName; readonly counts: Map<string, number> }
  >();

  constructor(cells: Iterable<PublishedCell>) {
    for (const { cube, by, measure, stage, value, n } of cells) {
      const name = { kind: cubeNamed(cube).kind, measure, stage, value };
      const layer = this.layers.get(layerText(name)) ?? { name, counts: new Map<string, number>() };
      this.layers.set(layerText(name), layer);
      layer.counts.set(cellName(cube, by), n);
    }
  }

  /** The layers of a stage in which anything was published. */
  layersOf(stage: string): LayerName[] {
    return [...this.layers.values()].map(({ name }) => name).filter((name) => name.stage === stage);
  }

  countsOf(layer: LayerName): ReadonlyMap<string, number> {
    return this.layers.get(layerText(layer))?.counts ?? new Map<string, number>();
  }

  stages(): string[] {
    return [...new Set([...this.layers.values()].map(({ name }) => name.stage))];
  }
}
