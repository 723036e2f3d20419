import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkAreas, type AreaHierarchy } from '@lueckenlos/chain';
import { DefinitionCatalogue } from '../catalogue/definition-catalogue';
import { AREAS_DEFINED, areasStream, contentHashOf, type AreasDefined } from '../catalogue/definition-event';
import { AreasDto } from '../shape/areas.dto';
import { normalAreas } from '../shape/normal-form';
import { refuseFaulty } from '../shape/read-body';
import { DefineAreasCommand } from './define-areas.command';
import { Definer, type Outcome, type Plan } from './definer';

@CommandHandler(DefineAreasCommand)
export class DefineAreasHandler implements ICommandHandler<DefineAreasCommand> {
  constructor(
    private readonly definer: Definer,
    private readonly catalogue: DefinitionCatalogue,
  ) {}

  async execute(command: DefineAreasCommand): Promise<Outcome> {
    return this.definer.define(() => this.plan(command));
  }

  /** The codes of other municipalities are read under the lock: that is what it is for. */
  private plan({ municipality, body, definedBy }: DefineAreasCommand): Plan {
    const { revision, codesElsewhere } = this.catalogue.areaContext(municipality);
    refuseFaulty(AreasDto, municipality, body, (sent) => checkAreas(sent, codesElsewhere));
    const data: AreasDefined = { municipality, ...normalAreas(body as AreaHierarchy) };
    const inForce = this.catalogue
      .editions(municipality)
      .find(({ hierarchy }) => hierarchy.validFrom === data.validFrom);
    return {
      definition: { stream: areasStream(municipality), type: AREAS_DEFINED, data, definedBy },
      revision,
      isFirst: revision === null,
      changes: inForce?.contentHash !== contentHashOf(data),
    };
  }
}
