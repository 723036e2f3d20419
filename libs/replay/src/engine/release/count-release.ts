import {
  crossSection,
  parseMonth,
  profileOf,
  schedulerFor,
  type Month,
  type Scheduler,
} from '@lueckenlos/chain';
import {
  CellTally,
  cellsDigest,
  cubeNamed,
  perturberOf,
  publishCells,
  tableDigest,
  type PerturbationTable,
  type PublishedCell,
  type TrueCell,
} from '@lueckenlos/disclosure';
import { AreaMap } from '@lueckenlos/figures/counting';
import { ReplayFault } from '../fault';
import type { LoggedRelease } from '../log/logged-releases';
import type { ReplayedChild, ReplayedLog } from '../replayed-log';
import type { RecordKeys } from './record-keys';

/** A release as it comes out of the log. */
export interface ReplayedRelease {
  readonly sealed: readonly TrueCell[];
  readonly published: readonly PublishedCell[];
  readonly digest: string;
}

/** Counts the cells of a release from nothing but the log, and protects them as they were protected. */
export class ReleaseCount {
  private readonly tally = new CellTally();
  private readonly scheduler: Scheduler;
  private readonly areas: AreaMap;
  private readonly asOf: Month;

  /** @throws ReplayFault where the log lacks a definition, or the table or the keys are those of another release */
  constructor(
    { definitions }: ReplayedLog,
    private readonly release: LoggedRelease,
    private readonly table: PerturbationTable,
    private readonly keys: RecordKeys,
  ) {
    const { chain, asOf, series } = release;
    const upTo = Number(release.position);
    this.asOf = parseMonth(asOf) ?? NaN;
    this.scheduler = schedulerFor(definitions.chain(chain, upTo).definition);
    this.areas = new AreaMap(definitions.editions(upTo), this.asOf);
    refuseOther('replay.other-table', { name: release.table.name }, release.table.digest, tableDigest(table));
    refuseOther('replay.other-series', {}, series, keys.series);
  }

  add({ id, history }: ReplayedChild): void {
    const section = crossSection(profileOf(history, this.scheduler), this.asOf, 'last');
    if (section) this.tally.add(section.cell, section.observations, this.keys.keyOf(id));
  }

  counted(): ReplayedRelease {
    const perturb = perturberOf(this.table);
    const sealed = this.release.cubes.flatMap((name) =>
      this.tally.cellsOf(cubeNamed(name), (code, level) => this.areas.ancestor(code, level)),
    );
    const published = publishCells(sealed, perturb);
    return { sealed, published, digest: cellsDigest(published) };
  }
}

function refuseOther(
  code: 'replay.other-table' | 'replay.other-series',
  params: Readonly<Record<string, string>>,
  expected: string,
  found: string,
): void {
  if (expected !== found) throw new ReplayFault(code, { ...params, expected, found });
}
