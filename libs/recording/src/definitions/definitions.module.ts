import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { VOCABULARY } from '../wire/vocabulary';
import { DefinitionCatalogue } from './catalogue/definition-catalogue';
import { DefineAreasHandler } from './define/define-areas.handler';
import { DefineChainHandler } from './define/define-chain.handler';
import { Definer } from './define/definer';
import { DefinitionLock } from './define/definition-lock';
import { AreasController } from './http/areas.controller';
import { ChainsController } from './http/chains.controller';
import './definitions.problems';

/** Chains and areas: defining them, reading them, and the vocabulary that events are judged by. */
@Module({
  imports: [CqrsModule],
  controllers: [ChainsController, AreasController],
  providers: [
    DefinitionCatalogue,
    { provide: VOCABULARY, useExisting: DefinitionCatalogue },
    DefinitionLock,
    Definer,
    DefineChainHandler,
    DefineAreasHandler,
  ],
  exports: [DefinitionCatalogue, VOCABULARY, Definer],
})
export class DefinitionsModule {}
