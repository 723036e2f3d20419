import { stagesInOrder } from '@lueckenlos/chain';
import { attackRelease, type Scenario, type Target, type Verdicts } from '@lueckenlos/disclosure';
import { Random } from '@lueckenlos/krefeld';
import { Command, Option } from 'commander';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { note, print, widthOf, type Context } from '../context';
import { usageError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import { fill } from '../language/fill';
import { wholeNumber } from '../options/parsers';
import { readReleaseFolder } from '../releases/read-folder';
import { fetchTarget, targetOf } from './find-target';
import { highsSolver } from './highs-solver';
import { renderVerdicts } from './print-verdicts';
import { AttackProgress } from './show-progress';

interface Options extends ServerOptions {
  readonly release?: string;
  readonly from?: string;
  readonly stage?: string;
  readonly drift: number;
  readonly seed: number;
  readonly threshold: number;
  readonly format: 'table' | 'json';
}

const WHICH = {
  en: 'Which release? Give --release ID, or --from FOLDER for an exported one.',
  de: 'Welche Veröffentlichung? Nötig ist --release ID, oder --from ORDNER für eine exportierte.',
};
const OUTSIDE_ONLY = {
  en: 'Without the scope figures:exact there are no true counts: no exact totals, no comparison with suppression.',
  de: 'Ohne den Scope figures:exact fehlen die wahren Zahlen: keine genauen Summen, kein Vergleich mit dem Ausblenden.',
};
const NO_STAGE = {
  en: 'There is no stage {stage}. There are: {known}.',
  de: 'Eine Station {stage} gibt es nicht. Es gibt: {known}.',
};
const SCOPE = 'scope';

/** Attacks a release as somebody would who has all that is published and a solver. Fails where a small count is, or may be, pinned down. */
export function attackCommand(context: Context): Command {
  return talksToServer(new Command('attack'))
    .description('attacks a release with a search and a solver: can anybody pin down a small count?')
    .option('--release <id>', 'the release, as krefeld-2026-06-1')
    .addOption(
      new Option('--from <folder>', 'a release that export-release wrote, instead of a server').conflicts(
        'release',
      ),
    )
    .option('--stage <list>', 'only these stages (scope: the scope)')
    .addOption(
      new Option('--drift <n>', 'children of a cell that may have come or gone since an earlier release')
        .argParser(wholeNumber('--drift', 0))
        .default(1),
    )
    .addOption(
      new Option('--threshold <n>', 'least count shown by the suppression that it is compared with')
        .argParser(wholeNumber('--threshold', 2))
        .default(5),
    )
    .addOption(
      new Option('--seed <n>', 'of the search: which ways to spread the children it comes across')
        .argParser(wholeNumber('--seed', 0))
        .default(1),
    )
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'))
    .action(async (options: Options) => {
      const target = await targetFor(options, context);
      if (target.truths === null) note(context, fill(OUTSIDE_ONLY, context.language));
      const progress = new AttackProgress(context);
      const chance = Random.fromKeys(options.seed);
      const verdicts = attackRelease(target, {
        solver: await highsSolver(),
        chance: () => chance.uniform(),
        drift: options.drift,
        threshold: options.threshold,
        stages: stagesOf(options, target),
        onProgress: (at) => progress.update(at),
      });
      progress.stop();
      if (options.format === 'json') print(context, JSON.stringify(verdicts, withoutPlaces, 2));
      else print(context, renderVerdicts(verdicts, context.language, widthOf(context)));
      if (!isSafe(verdicts)) context.outcome.exitCode = EXIT.refused;
    });
}

async function targetFor(options: Options, context: Context): Promise<Target> {
  const { release, from } = options;
  if (from !== undefined) return targetOf(await readReleaseFolder(from));
  if (release === undefined) throw usageError(WHICH);
  return fetchTarget(await openApi(options, context), release);
}

/** The scope is the stage without a name. */
function stagesOf({ stage }: Options, { definitions }: Target): string[] | undefined {
  const known = [SCOPE, ...stagesInOrder(definitions.chain).map(({ id }) => id)];
  const wanted = stage?.split(',');
  const unknown = wanted?.find((id) => !known.includes(id));
  if (unknown !== undefined) throw usageError(NO_STAGE, { stage: unknown, known: known.join(', ') });
  return wanted?.map((id) => (id === SCOPE ? '' : id));
}

/** What is undecided is not safe. Suppression is there for comparison: it fails every time. */
function isSafe(verdicts: Verdicts): boolean {
  const judged: readonly Scenario[] = ['outsider', 'insider', 'totals'];
  return judged.every((scenario) => {
    const { pinned = [], undecided = [] } = verdicts[scenario] ?? {};
    return pinned.length + undecided.length === 0;
  });
}

/** The finest places of a cell are a matter of the model. */
function withoutPlaces(name: string, value: unknown): unknown {
  return name === 'places' ? undefined : value;
}
