import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ImportJob } from '../job/import-job';
import { ImportJobs } from '../job/import-jobs';

/** Longer than a chunk takes, shorter than any client waits. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** Asks a job to stop and waits until its counts are final, so that the answer can say what is in. */
@Injectable()
export class CancelImport {
  constructor(private readonly jobs: ImportJobs) {}

  async cancel(id: string, agency: string): Promise<ImportJob> {
    const deadline = performance.now() + PATIENCE_MS;
    let job = await this.jobs.requestCancel(id, agency);
    while (job.state === 'running' && performance.now() < deadline) {
      await pause(LOOK_EVERY_MS);
      job = await this.jobs.find(id, agency);
    }
    return job;
  }
}
