import { parseMonth, sourcesKnown } from '@lueckenlos/chain';
import {
  cubeNamed,
  perturberOf,
  ReleaseTally,
  tableDigest,
  type CalculatedRelease,
  type Perturb,
  type PerturbationTable,
} from '@lueckenlos/disclosure';
import { AreaMap } from '@lueckenlos/figures/counting';
import { ReplayFault } from '../fault';
import type { LoggedRelease } from '../log/logged-releases';
import { knownOf } from '../question';
import type { ReplayedChild, ReplayedLog } from '../replayed-log';
import type { RecordKeys } from './record-keys';

/** What a release was protected with: without both its noise can't be told from a forgery. */
export interface ReleaseSecrets {
  readonly table: PerturbationTable;
  readonly keys: RecordKeys;
}

/** Counts the cells of a release from nothing but the log, and protects them as they were protected. */
export class ReleaseCount {
  private readonly tally: ReleaseTally;
  private readonly perturb: Perturb;

  /** @throws ReplayFault where the log lacks a definition, or the table or the keys are those of another release */
  constructor({ definitions }: ReplayedLog, release: LoggedRelease, { table, keys }: ReleaseSecrets) {
    const { name, digest } = release.table;
    refuseOther('replay.other-table', { name, expected: digest, found: tableDigest(table) });
    refuseOther('replay.other-series', { expected: release.series, found: keys.series });
    const known = knownOf(release);
    const asOf = parseMonth(release.asOf) ?? NaN;
    this.perturb = perturberOf(table);
    this.tally = new ReleaseTally({
      chain: definitions.chain(release.chain, known.upTo).definition,
      areas: new AreaMap(definitions.editions(known.upTo), asOf).all(),
      asOf,
      sources: sourcesKnown(definitions.calendars, definitions.statements, known),
      keyOf: keys.keyOf,
      cubes: release.cubes.map(cubeNamed),
    });
  }

  add({ id, history }: ReplayedChild): void {
    this.tally.add(id, history);
  }

  calculated(): CalculatedRelease {
    return this.tally.calculated(this.perturb);
  }
}

function refuseOther(
  code: 'replay.other-table' | 'replay.other-series',
  params: { readonly expected: string; readonly found: string; readonly name?: string },
): void {
  if (params.expected !== params.found) throw new ReplayFault(code, params);
}
