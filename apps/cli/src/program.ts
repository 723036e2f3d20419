import { Command } from 'commander';
import { attackCommand } from './attack/attack.command';
import { bundleCommand } from './bundle/bundle.command';
import { verifyCommand } from './bundle/verify.command';
import { changesCommand } from './changes/changes.command';
import { comparisonsCommand } from './comparisons/comparisons.command';
import { configCommand } from './config/config.command';
import type { Context } from './context';
import { curvesCommand } from './curves/curves.command';
import { dataQualityCommand } from './data-quality/data-quality.command';
import { deliveriesCommand } from './deliveries/deliveries.command';
import { deliveryCalendarsCommand } from './delivery-calendars/delivery-calendars.command';
import { dropOffsCommand } from './drop-offs/drop-offs.command';
import { forecastCommand } from './forecast/forecast.command';
import { exportLogCommand } from './export-log/export-log.command';
import { exportReleaseCommand } from './export-release/export-release.command';
import { followCommand } from './import/follow.command';
import { importCommand } from './import/import.command';
import { occupationCommand } from './occupation/occupation.command';
import { perturbationTableCommand } from './perturbation-table/perturbation-table.command';
import { projectionsCommand } from './projections/projections.command';
import { replayCommand } from './replay/replay.command';
import { reportingDelaysCommand } from './reporting-delays/reporting-delays.command';
import { reportCommand } from './report/report.command';
import { synthesiseCommand } from './synthesise/synthesise.command';
import { whoamiCommand } from './whoami/whoami.command';

const EPILOGUE = `
Exit codes:
  0  done
  1  the server refused, rows were rejected, a replay came out otherwise, or the configuration is wrong
  2  wrong usage
  3  the server cannot be reached

Credentials, the first that is given:
  --client-id and --client-secret (other users of this machine can see them while the command runs)
  --client NAME, with --credentials FILE (default: demo-credentials.json in the data folder)
  LUECKENLOS_CLIENT_ID and LUECKENLOS_CLIENT_SECRET in the environment`;

/** The whole command line. It writes to the streams of the context only and never ends the process. */
export function createProgram(context: Context): Command {
  const program = new Command('lueckenlos')
    .description('Shows a municipality where children fall out of its prevention chain.')
    .addHelpText('after', EPILOGUE)
    .showSuggestionAfterError();
  for (const command of [
    configCommand(context),
    synthesiseCommand(context),
    importCommand(context),
    followCommand(context),
    dropOffsCommand(context),
    changesCommand(context),
    curvesCommand(context),
    occupationCommand(context),
    comparisonsCommand(context),
    forecastCommand(context),
    deliveryCalendarsCommand(context),
    deliveriesCommand(context),
    dataQualityCommand(context),
    reportingDelaysCommand(context),
    exportLogCommand(context),
    projectionsCommand(context),
    replayCommand(context),
    bundleCommand(context),
    verifyCommand(context),
    perturbationTableCommand(context),
    attackCommand(context),
    exportReleaseCommand(context),
    reportCommand(context),
    whoamiCommand(context),
  ]) {
    program.addCommand(command);
  }
  withoutProcess(program, context);
  return program;
}

/** Commands added by `addCommand` inherit nothing. */
function withoutProcess(command: Command, streams: Pick<Context, 'stdout' | 'stderr'>): void {
  const { stdout, stderr } = streams;
  command.exitOverride().configureOutput({
    writeOut: (text) => void stdout.write(text),
    // Help that is shown because of a mistake.
    writeErr: (text) => void stderr.write(text),
    // Errors themselves are told where all errors are told, in the language of the user.
    outputError: () => undefined,
    getOutHelpWidth: () => stdout.columns ?? 100,
    getErrHelpWidth: () => stderr.columns ?? 100,
  });
  for (const child of command.commands) withoutProcess(child, streams);
}
