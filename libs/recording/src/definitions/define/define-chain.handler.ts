import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkChain, type ChainBody } from '@lueckenlos/chain';
import { DefinitionCatalogue } from '../catalogue/definition-catalogue';
import { CHAIN_DEFINED, chainStream, contentHashOf } from '../catalogue/definition-event';
import { ChainDto } from '../shape/chain.dto';
import { normalChain } from '../shape/normal-form';
import { refuseFaulty } from '../shape/read-body';
import { DefineChainCommand } from './define-chain.command';
import { Definer, type Outcome, type Plan } from './definer';

@CommandHandler(DefineChainCommand)
export class DefineChainHandler implements ICommandHandler<DefineChainCommand> {
  constructor(
    private readonly definer: Definer,
    private readonly catalogue: DefinitionCatalogue,
  ) {}

  async execute({ id, body, definedBy }: DefineChainCommand): Promise<Outcome> {
    refuseFaulty(ChainDto, id, body, checkChain);
    const data = { chain: id, ...normalChain(body as ChainBody) };
    return this.definer.define((): Plan => {
      const inForce = this.catalogue.chain(id);
      return {
        definition: { stream: chainStream(id), type: CHAIN_DEFINED, data, definedBy },
        revision: inForce?.revision ?? null,
        isFirst: inForce === null,
        changes: inForce?.contentHash !== contentHashOf(data),
      };
    });
  }
}
