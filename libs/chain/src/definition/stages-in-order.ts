import type { ChainBody, StageDefinition } from './chain-definition';
import { versionsInForce } from './versions-in-force';

/** The stages of all versions in force, in the order of the chain, the newest version first; each once. */
export function stagesInOrder(chain: ChainBody): StageDefinition[] {
  const stages = new Map<string, StageDefinition>();
  for (const version of versionsInForce(chain).reverse()) {
    for (const stage of version.stages) if (!stages.has(stage.id)) stages.set(stage.id, stage);
  }
  return [...stages.values()];
}
