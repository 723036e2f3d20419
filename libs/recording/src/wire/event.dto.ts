import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Follows, type EventClass } from './follows.decorator';
import { isDeliveryType, type PartnerType } from './event-types';
import * as data from './rules/data-rules';
import * as envelope from './rules/envelope-rules';

/** What every type of fact says. */
export class FactData {
  @Follows(data.occurredOnRule) occurredOn!: string;
  @Follows(data.areaRule, 'optional') area?: string | null;
  @Follows(data.povertyRiskRule, 'optional') povertyRisk?: boolean | null;
}

export class StageReachedData extends FactData {
  @Follows(data.stageRule) stage!: string;
}

/** Replaces the whole payload of an earlier record; without a stage the original's stays. */
export class CorrectedData extends FactData {
  @Follows(data.correctsRule) corrects!: string;
  @Follows(data.stageRule, 'optional') stage?: string | null;
}

export class RetractedData {
  @Follows(data.retractsRule) retracts!: string;
  @Follows(data.reasonRule) reason!: string;
}

/** Two pseudonyms that are, or after all are not, one child. */
export class LinkData {
  @Follows(data.otherRule) other!: string;
}

/** Which period an agency has delivered, or has not after all: of all its stages and areas, or of those that are named. */
export class DeliveryData {
  @Follows(data.periodRule) period!: object;
  @Follows(data.stagesRule, 'optional') stages?: string[] | null;
  @Follows(data.areasRule, 'optional') areas?: string[] | null;
}

const dataModels = [StageReachedData, FactData, CorrectedData, RetractedData, LinkData];

/** The attributes of a CloudEvent 1.0 that every event may have. */
class Envelope {
  @Follows(envelope.specversionRule) specversion!: string;
  @Follows(envelope.idRule) id!: string;
  @Follows(envelope.sourceRule) source!: string;
  @Follows(envelope.typeRule) type!: string;
  @Follows(envelope.timeRule, 'optional') time?: string | null;
  @Follows(envelope.contentTypeRule, 'optional') datacontenttype?: string | null;
  @Follows(envelope.knownatRule, 'optional') knownat?: string | null;
}

/** A CloudEvent 1.0 about a case, with the attributes that are allowed here, and no others. */
@ApiExtraModels(...dataModels)
export class PartnerCloudEvent extends Envelope {
  @Follows(envelope.subjectRule) subject!: string;
  @ApiProperty({ oneOf: dataModels.map((model) => ({ $ref: getSchemaPath(model) })) })
  @Follows(envelope.dataRule)
  data!: object;
}

/** A CloudEvent 1.0 about the deliveries of an agency: it has no subject. */
@ApiExtraModels(DeliveryData)
export class DeliveryCloudEvent extends Envelope {
  @ApiProperty({ type: DeliveryData })
  @Follows(envelope.dataRule)
  data!: object;
}

/** The class that describes an event of a type, known or not. */
export function envelopeOf(type: unknown): EventClass {
  return isDeliveryType(type) ? DeliveryCloudEvent : PartnerCloudEvent;
}

/** The class that describes `data` for each type. */
export const DATA_CLASSES: Readonly<Record<PartnerType, EventClass>> = {
  'lueckenlos.stage-reached.v1': StageReachedData,
  'lueckenlos.moved-in.v1': FactData,
  'lueckenlos.moved-out.v1': FactData,
  'lueckenlos.relocated.v1': FactData,
  'lueckenlos.died.v1': FactData,
  'lueckenlos.corrected.v1': CorrectedData,
  'lueckenlos.retracted.v1': RetractedData,
  'lueckenlos.cases-linked.v1': LinkData,
  'lueckenlos.cases-unlinked.v1': LinkData,
  'lueckenlos.delivery-completed.v1': DeliveryData,
  'lueckenlos.delivery-reopened.v1': DeliveryData,
};
