import type { ChainBody, StageDefinition, Title } from '@lueckenlos/chain';

export type StageTitle = Pick<StageDefinition, 'id' | 'title'>;

/** What a table needs of a chain. */
export interface ChainTitles {
  readonly title: Title;
  /** In the order of the chain. */
  readonly stages: readonly StageTitle[];
}

/** Title and stages of a chain, each stage once; where versions differ, the newest says order and title. */
export function chainTitles({ title, versions }: ChainBody): ChainTitles {
  const stages = new Map<string, StageTitle>();
  for (const version of [...versions].reverse()) {
    for (const stage of version.stages) {
      if (!stages.has(stage.id)) stages.set(stage.id, { id: stage.id, title: stage.title });
    }
  }
  return { title, stages: [...stages.values()] };
}
