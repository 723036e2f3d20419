import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose } from '../openapi/figure-schemas';
import { DeliveriesParameters } from './deliveries-parameters.dto';
import { DeliveriesReader } from './deliveries-reader';
import { deliveriesAsCsv } from './delivery-formats';
import { deliveriesSchema } from './deliveries-schema';

@ApiTags('deliveries')
@Controller('v1/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesReader) {}

  /** Which announced periods are completed, which are overdue? */
  @Get()
  @RequireAnyScope('figures:read', 'events:write')
  @Logged('read-deliveries', figureName)
  @ApiOperation({ summary: 'Announced periods by agency: due, completed, overdue; an agency sees its own' })
  @ApiPurpose()
  @ApiOkResponse({
    content: { 'application/json': { schema: deliveriesSchema }, 'text/csv': { schema: { type: 'string' } } },
  })
  async read(
    @QueryOf(DeliveriesParameters) query: DeliveriesParameters,
    @Headers('accept') accept: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const answer = await this.deliveries.read(query, identity);
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    return format === 'csv' ? deliveriesAsCsv(answer.deliveries) : answer;
  }
}
