// The door of this folder. `DefinitionsModule` provides VOCABULARY and the catalogue; import it beside CqrsModule.forRoot().
export { DefinitionsModule } from './definitions.module';
export { DefinitionCatalogue } from './catalogue/definition-catalogue';
export type { DefinedAreas } from './catalogue/area-history';
export type { DefinedChain } from './catalogue/chain-history';
export {
  AREAS_DEFINED,
  CHAIN_DEFINED,
  type AreasDefined,
  type ChainDefined,
} from './catalogue/definition-event';
export { DefineAreasCommand } from './define/define-areas.command';
export { DefineChainCommand } from './define/define-chain.command';
export type { Outcome as DefinitionOutcome } from './define/definer';
