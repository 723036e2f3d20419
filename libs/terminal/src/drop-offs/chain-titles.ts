import { stagesInOrder, type ChainBody, type StageDefinition, type Title } from '@lueckenlos/chain';

export type StageTitle = Pick<StageDefinition, 'id' | 'title'>;

/** What a table needs of a chain. */
export interface ChainTitles {
  readonly title: Title;
  /** In the order of the chain. */
  readonly stages: readonly StageTitle[];
}

/** Title and stages of a chain, each stage once; where versions differ, the newest says order and title. */
export function chainTitles(chain: ChainBody): ChainTitles {
  return { title: chain.title, stages: stagesInOrder(chain) };
}
