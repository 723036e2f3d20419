import type { ChainBody, StageDefinition } from './chain-definition';

/** The stages of all versions in the order of the chain, the newest version first; each once. */
export function stagesInOrder({ versions }: ChainBody): StageDefinition[] {
  const stages = new Map<string, StageDefinition>();
  for (const version of [...versions].reverse()) {
    for (const stage of version.stages) if (!stages.has(stage.id)) stages.set(stage.id, stage);
  }
  return [...stages.values()];
}
