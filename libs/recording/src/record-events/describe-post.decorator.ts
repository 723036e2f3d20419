import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { DeliveryCloudEvent, PartnerCloudEvent } from '../wire/event.dto';
import { BatchAnswer, PostAnswer } from './answers.dto';
import { MAX_BATCH } from './batch-of';
import { BATCH_TYPE, EVENT_TYPE } from './media-type';

const event = {
  oneOf: [{ $ref: getSchemaPath(PartnerCloudEvent) }, { $ref: getSchemaPath(DeliveryCloudEvent) }],
};

const example = {
  specversion: '1.0',
  id: '2015-08-4711',
  source: '/agencies/youth-office',
  type: 'lueckenlos.stage-reached.v1',
  subject: 'c00013',
  data: { stage: 'kita', occurredOn: '2015-08', area: '010', povertyRisk: true },
};

/** The post of an event or a batch, for the OpenAPI document. */
export function DescribePost(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(PartnerCloudEvent, DeliveryCloudEvent, PostAnswer, BatchAnswer),
    ApiOperation({
      summary: 'Record an event, or a batch of up to 1,000',
      description: 'The same event may be sent again at any time: it is answered with the first receipt.',
    }),
    ApiConsumes(EVENT_TYPE, BATCH_TYPE),
    ApiBody({
      schema: { oneOf: [event, { type: 'array', maxItems: MAX_BATCH, items: event }] },
      examples: { event: { value: example }, batch: { value: [example] } },
    }),
    ApiResponse({ status: 201, description: 'A single event is in the log.', type: PostAnswer }),
    ApiResponse({
      status: 200,
      description: 'A batch: what became of each row. A single event: it was in the log already.',
      schema: { oneOf: [{ $ref: getSchemaPath(BatchAnswer) }, { $ref: getSchemaPath(PostAnswer) }] },
    }),
    ApiResponse({ status: 400, description: 'Broken JSON, invalid UTF-8, a wrong query parameter.' }),
    ApiResponse({
      status: 403,
      description: "Someone else's source, or a type or stage the agency may not send.",
    }),
    ApiResponse({ status: 409, description: 'The id was used for other content.' }),
    ApiResponse({ status: 413, description: 'More than 1,000 events, or too many bytes.' }),
    ApiResponse({ status: 415, description: 'Neither of the two media types.' }),
    ApiResponse({ status: 422, description: 'A rule is broken; `errors` lists all faults.' }),
  );
}
