import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agencyOf, CurrentIdentity, Logged, RequireScopes, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { classValidatorCheck } from '../wire/shape/class-validator-check';
import { batchAnswer, postAnswer, type Reader } from './answer';
import type { BatchAnswer, PostAnswer } from './answers.dto';
import { batchOf } from './batch-of';
import { sourceOf } from './context-of';
import { deliveryName } from './delivery-name';
import { isBatch } from './media-type';
import { OutcomeCounter } from '../outcomes/outcome-counter';
import { DescribePost } from './describe-post.decorator';
import { RecordQuery } from './record-query.dto';
import { Recorder } from './recorder';
import type { RawRow, RecordOptions, RowResult } from './row';

@ApiTags('Events in')
@Controller('v1/events')
export class RecordEventsController {
  constructor(
    private readonly recorder: Recorder,
    private readonly outcomes: OutcomeCounter,
  ) {}

  @Post()
  @RequireScopes('events:write')
  @Logged('record-events', deliveryName)
  @DescribePost()
  post(
    @CurrentIdentity() identity: Identity,
    @Body() body: unknown,
    @QueryOf(RecordQuery) { mode = 'each', dryRun }: RecordQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostAnswer | BatchAnswer | object> {
    const options = { mode, dryRun: dryRun === 'true', correlationId: request.id };
    const reader = { language: languageOf(request.headers['accept-language']), instance: request.id };
    return isBatch(request.headers['content-type'])
      ? this.batch(identity, body, options, reader, reply)
      : this.single(identity, body, options, reader, reply);
  }

  private async batch(
    identity: Identity,
    body: unknown,
    options: RecordOptions,
    reader: Reader,
    reply: FastifyReply,
  ): Promise<BatchAnswer> {
    const results = await this.record(identity, batchOf(body), options);
    void reply.code(200);
    return batchAnswer(results, reader);
  }

  private async single(
    identity: Identity,
    body: unknown,
    options: RecordOptions,
    reader: Reader,
    reply: FastifyReply,
  ): Promise<object> {
    const rows = [{ index: 0, value: body }];
    const [result] = await this.record(identity, rows, { ...options, shape: classValidatorCheck });
    if (!result) throw new Error('One row was sent and no result came back.');
    const answer = postAnswer(result, sourceOf(agencyOf(identity)), reader);
    const isNew = result.outcome === 'accepted' && result.receipt !== undefined;
    void reply.code(isNew ? 201 : 200);
    if (isNew) void reply.header('Location', `/v1/events/${encodeURIComponent(answer.id)}`);
    return answer;
  }

  /** A dry run is a question, not a delivery: nothing of it is counted. */
  private async record(
    identity: Identity,
    rows: readonly RawRow[],
    options: RecordOptions,
  ): Promise<RowResult[]> {
    const results = await this.recorder.record(identity, rows, options);
    if (!options.dryRun) this.outcomes.add(agencyOf(identity), results);
    return results;
  }
}
