import { Readable } from 'node:stream';
import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiNotFoundResponse } from '@nestjs/swagger';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { agencyOf, CurrentIdentity, RequireScopes, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf, TakesOnly } from '@lueckenlos/platform';
import { ImportJobs } from '../job/import-jobs';
import { importView, type ImportView } from '../job/import-view';
import { ImportIntake } from '../spool/import-intake';
import { ImportWorker } from '../run/import-worker';
import { CancelImport } from './cancel-import';
import { ImportDto, ListImportsQuery, StartImportQuery } from './import.dto';
import { LoggedImport } from './logged-import';
import { rejectionLines } from './rejection-lines';
import { uploadedFile, type UploadRequest } from './uploaded-file';

const MEDIA_TYPES = ['application/x-ndjson', 'text/csv'];
/** Jobs in a list without a limit. */
const DEFAULT_LIMIT = 100;

interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

@ApiTags('imports')
@Controller('v1/imports')
@RequireScopes('events:write')
export class ImportsController {
  constructor(
    private readonly intake: ImportIntake,
    private readonly jobs: ImportJobs,
    private readonly worker: ImportWorker,
    private readonly cancelling: CancelImport,
  ) {}

  @Post()
  @HttpCode(202)
  @TakesOnly(...MEDIA_TYPES)
  @LoggedImport('start-import')
  @ApiOperation({
    summary: 'Takes a file of events in. Answered once it is complete and durable; worked afterwards.',
  })
  @ApiConsumes(...MEDIA_TYPES)
  @ApiBody({
    schema: { type: 'string', format: 'binary' },
    description: 'Any size; may be compressed with gzip.',
  })
  @ApiHeader({ name: 'Content-Encoding', required: false, schema: { enum: ['gzip'] } })
  @ApiAcceptedResponse({ type: ImportDto, headers: { Location: { schema: { type: 'string' } } } })
  async start(
    @Req() request: UploadRequest,
    @QueryOf(StartImportQuery) { mode = 'each', dryRun }: StartImportQuery,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ImportView> {
    const delivery = { ...uploadedFile(request), mode, dryRun: dryRun === 'true' };
    const job = await this.intake.receive(identity, delivery);
    this.worker.wake();
    reply.header('Location', `/v1/imports/${job.id}`);
    return importView(job);
  }

  @Get()
  @LoggedImport('list-imports')
  @ApiOperation({ summary: 'The imports of the agency, the newest first.' })
  @ApiOkResponse({ type: [ImportDto], headers: { Link: { schema: { type: 'string' } } } })
  async list(
    @QueryOf(ListImportsQuery) { limit, before }: ListImportsQuery,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ImportView[]> {
    const most = Number(limit ?? DEFAULT_LIMIT);
    const jobs = await this.jobs.list(agencyOf(identity), most, before ?? null);
    const last = jobs.at(-1);
    if (last && jobs.length === most) {
      reply.header('Link', `</v1/imports?limit=${most}&before=${last.id}>; rel="next"`);
    }
    return jobs.map(importView);
  }

  @Get(':id')
  @LoggedImport('read-import')
  @ApiOperation({ summary: 'How far an import is and what came of its rows.' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: ImportDto })
  @ApiNotFoundResponse({ description: 'The agency has no such import.' })
  async read(@Param('id') id: string, @CurrentIdentity() identity: Identity): Promise<ImportView> {
    return importView(await this.jobs.find(id, agencyOf(identity)));
  }

  @Get(':id/rejections')
  @LoggedImport('read-import-rejections')
  @ApiOperation({ summary: 'Every line that was refused, and why, as NDJSON: {line, id, problem}.' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ description: 'The agency has no such import.' })
  async rejections(
    @Param('id') id: string,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @CurrentIdentity() identity: Identity,
  ): Promise<StreamableFile> {
    const job = await this.jobs.find(id, agencyOf(identity));
    const lines = rejectionLines(this.jobs.rejections(job), languageOf(acceptLanguage), job.id);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: 'application/x-ndjson' });
  }

  @Delete(':id')
  @LoggedImport('cancel-import')
  @ApiOperation({ summary: 'Cancels an import. What is in stays in, and is counted in the answer.' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({
    type: ImportDto,
    description: 'It has stopped; one that was done before is told as it is.',
  })
  @ApiAcceptedResponse({ type: ImportDto, description: 'It will stop behind its present chunk.' })
  @ApiNotFoundResponse({ description: 'The agency has no such import.' })
  async cancel(
    @Param('id') id: string,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ImportView> {
    const job = await this.cancelling.cancel(id, agencyOf(identity));
    reply.status(job.state === 'running' ? 202 : 200);
    return importView(job);
  }
}
