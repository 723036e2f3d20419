import type { PerturbationTable } from '../perturbation/perturbation-table';
import type { PublishedCell } from '../release/published-cells';
import { attackStage, gridsOf, type Finding, type LayerFindings } from './attack';
import { possibleUnder, type PossibleCounts } from './count-range';
import { cellName } from './grid';
import { Judge, type Verdict } from './judge';
import { publicKnowledge, type Definitions } from './public-knowledge';
import type { Weapons } from './search';
import { SeenRelease } from './seen-release';
import type { Attacker } from './stage-model';

/** What is attacked, and what it is judged by. */
export interface Target {
  readonly cubes: readonly string[];
  readonly cells: readonly PublishedCell[];
  readonly definitions: Definitions;
  readonly table: PerturbationTable;
  /** The cells of releases of the same month before, in the same tables. */
  readonly earlier: readonly (readonly PublishedCell[])[];
  /** True counts, if they may be read: without them nobody can know exact totals, nor compare with suppression. */
  readonly truths: readonly PublishedCell[] | null;
}

/**
 * Who attacks. An outsider has everything that is published; an insider knows one child in each cell besides; whoever has totals knows
 * exactly how many children of each birth year are in scope. Suppression is not a way to attack, but what an outsider would learn
 * by adding and subtracting alone if counts below a threshold were hidden instead.
 */
export const SCENARIOS = ['outsider', 'insider', 'totals', 'suppression'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** How far the attack on a stage has come. */
export interface CampaignProgress {
  readonly scenario: Scenario;
  /** The empty text for the scope. */
  readonly stage: string;
  readonly done: number;
  readonly cells: number;
}

export interface Campaign extends Weapons {
  /** Only these stages; the scope is the empty text. All where nothing is said. */
  readonly stages?: readonly string[];
  /** So many children of a cell may have come or gone since an earlier release, the attacker supposes. */
  readonly drift: number;
  /** The least count that suppression would show. */
  readonly threshold: number;
  /** Told before each stage, and after each of its layers. */
  readonly onProgress?: (progress: CampaignProgress) => void;
}

export type Verdicts = Readonly<Partial<Record<Scenario, Verdict>>>;

const HIDDEN = -1;
const IN_SCOPE = new Set(['present', 'moved_out', 'died']);

/** Attacks a release in every scenario for which enough is known. */
export function attackRelease(target: Target, campaign: Campaign): Verdicts {
  const { table, truths } = target;
  const truth = truthOf(truths);
  const blockedUpTo = Math.max(table.parameters.blockedUpTo, 1);
  const judge = (insider: boolean, upTo = blockedUpTo): Judge =>
    new Judge({ blockedUpTo: upTo, truth, insider });
  const outside = attackerOf(target, target.cells, possibleUnder(table), campaign.drift);
  const [outsider, insider] = [judge(false), judge(true)];
  run('outsider', outside, campaign, campaign, (layer) => {
    outsider.add(layer);
    insider.add(layer);
  });
  const verdicts = { outsider: outsider.verdict(), insider: insider.verdict() };
  if (truths === null) return verdicts;
  const totals = judge(false);
  run('totals', { ...outside, ...knowingTotals(truths) }, campaign, campaign, (layer) => totals.add(layer));
  const suppression = judge(false, campaign.threshold - 1);
  run('suppression', suppressed(target, truths, campaign), campaign, null, ({ layer, findings }) =>
    suppression.add({ layer, findings: findings?.filter(({ published }) => published === HIDDEN) ?? null }),
  );
  return { ...verdicts, totals: totals.verdict(), suppression: suppression.verdict() };
}

function run(
  scenario: Scenario,
  attacker: Attacker,
  { stages, onProgress }: Campaign,
  weapons: Weapons | null,
  add: (layer: LayerFindings) => void,
): void {
  for (const stage of stages ?? attacker.release.stages()) {
    const { cells, layers } = attackStage(attacker, stage, weapons);
    let done = 0;
    onProgress?.({ scenario, stage, done, cells });
    for (const layer of layers) {
      add(layer);
      done += layer.findings?.length ?? 0;
      onProgress?.({ scenario, stage, done, cells });
    }
  }
}

function attackerOf(
  { cubes, definitions, earlier, cells: published }: Target,
  cells: readonly PublishedCell[],
  possible: PossibleCounts,
  drift: number,
): Attacker {
  return {
    release: new SeenRelease(cells),
    chain: definitions.chain,
    grids: gridsOf(cubes, publicKnowledge(published, definitions)),
    possible,
    noiseByChildren: true,
    earlier: earlier.map((one) => new SeenRelease(one)),
    drift,
    known: () => null,
  };
}

/** Births of a year are published elsewhere, without noise. */
function knowingTotals(truths: readonly PublishedCell[]): Pick<Attacker, 'known'> {
  const inScope = new Map<string, number>();
  for (const { cube, by, measure, value, n } of truths) {
    if (cube !== 'drop-offs:birthYear' || measure !== 'scope' || !IN_SCOPE.has(value)) continue;
    const name = cellName(cube, by);
    inScope.set(name, (inScope.get(name) ?? 0) + n);
  }
  return {
    known: ({ value }, cell) =>
      value === 'in-scope' && cell.cube === 'drop-offs:birthYear' && typeof cell.by.birthYear === 'number'
        ? (inScope.get(cell.name) ?? 0)
        : null,
  };
}

function suppressed(target: Target, truths: readonly PublishedCell[], { threshold }: Campaign): Attacker {
  const shown = truths.map((cell) => (cell.n < threshold ? { ...cell, n: HIDDEN } : cell));
  const possible: PossibleCounts = (count) =>
    count === HIDDEN ? { low: 1, high: threshold - 1 } : { low: count, high: count };
  return { ...attackerOf({ ...target, earlier: [] }, shown, possible, 0), noiseByChildren: false };
}

function truthOf(truths: readonly PublishedCell[] | null): (finding: Finding) => number | null {
  if (truths === null) return () => null;
  const seen = new SeenRelease(truths);
  return ({ layer, cell }) => seen.countsOf(layer).get(cell.name) ?? 0;
}
