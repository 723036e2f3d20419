import { Command } from 'commander';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import type { Context } from '../context';
import { followJob } from './follow-job';
import { reportJob, type Reporting } from './report-job';
import { reportsRows } from './report-options';

/** An import goes on without us: this comes back to it. */
export function followCommand(context: Context): Command {
  return reportsRows(talksToServer(new Command('follow')))
    .description('waits for an import that was sent before, reports rejected rows')
    .argument('<id>', 'id of the import')
    .action(async (id: string, options: ServerOptions & Reporting) => {
      const api = await openApi(options, context);
      const job = await followJob(api, id, undefined, context);
      await reportJob(api, job, options, context);
    });
}
