import { Coverage, monthOfInstant, parseMonth, stagesInOrder, versionsInForce } from '@lueckenlos/chain';
import { calculateRelease, recordKey } from '@lueckenlos/disclosure';
import {
  allFiles,
  AreaMap,
  coverageAnswer,
  openReadModel,
  readSources,
  type ReadModel,
} from '@lueckenlos/figures';
import { CLOCK, inTransaction, POOL, ProblemError, VERSION, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { calendarFault } from '../calendar/calendar';
import type { Release, ReleaseTerms } from '../catalogue/release';
import { ReleaseLog } from '../catalogue/release-log';
import { defaultCubes } from '../cubes/default-cubes';
import { RELEASE_SETTINGS, type ReleaseSettings } from '../release-settings';
import type { SeriesKey } from '../series/series-key';
import { ReleaseStore, type PreparedRelease } from '../store/release-store';

/** What somebody wants to be published. */
export interface Publication {
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  readonly label: string;
}

/**
 * Publishes: the cells are calculated from one state of the read models and stored, then the release comes into the log. Only
 * what is in the log is a release; a crash in between leaves cells that the next start forgets.
 */
@Injectable()
export class Publisher {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RELEASE_SETTINGS) private readonly settings: ReleaseSettings,
    private readonly log: ReleaseLog,
    private readonly store: ReleaseStore,
  ) {}

  /** @throws ProblemError where the month is not over, the calendar is full, or the chain is unknown */
  publish(wanted: Publication, publishedBy: string): Promise<Release> {
    return this.store.exclusively(async () => this.publishAfter(await this.settle(), wanted, publishedBy));
  }

  /** The same, if the chain has no release yet, not even a withdrawn one; else null. */
  publishFirst(wanted: Publication, publishedBy: string): Promise<Release | null> {
    return this.store.exclusively(async () => {
      const releases = await this.settle();
      if (releases.some(({ chain }) => chain === wanted.chain)) return null;
      return this.publishAfter(releases, wanted, publishedBy);
    });
  }

  private async publishAfter(
    releases: readonly Release[],
    wanted: Publication,
    publishedBy: string,
  ): Promise<Release> {
    this.refuseEarly(wanted);
    const series = await this.settings.openSeries();
    this.refuseFull(releases, { ...wanted, series: series.id });
    const prepared = await this.prepare({ ...wanted, id: nextId(releases, wanted) }, series);
    const { id } = prepared.terms;
    await this.store.prepare(prepared, this.settings.table);
    await this.log.publish(prepared.terms, publishedBy);
    await this.settle();
    return (await this.store.find(id, null))?.heading ?? fail(id);
  }

  /** Brings what is stored beside the log in line with it. The caller holds the lock. */
  async settle(): Promise<Release[]> {
    const releases = await this.log.releases();
    await this.store.settle(releases);
    return releases;
  }

  private refuseEarly({ asOf }: Publication): void {
    const month = parseMonth(asOf) ?? NaN;
    if (month < monthOfInstant(this.clock())) return;
    throw new ProblemError({ code: 'releases.month-not-over', pointer: '/asOf', params: { month: asOf } });
  }

  private refuseFull(
    releases: readonly Release[],
    { chain, asOf, series }: Publication & { readonly series: string },
  ): void {
    const { calendar } = this.settings;
    const fault = calendarFault(releases, { chain, asOf, series }, this.clock(), calendar);
    if (fault?.reason === 'month-is-full') {
      throw new ProblemError({ code: 'releases.calendar-full', params: { next: fault.next } });
    }
    if (fault) {
      throw new ProblemError({ code: 'releases.too-many-draws', pointer: '/asOf', params: { month: asOf } });
    }
  }

  /** Counts and protects everything from one state of the read models. */
  private prepare(
    wanted: Publication & { readonly id: string },
    series: SeriesKey,
  ): Promise<PreparedRelease> {
    const { table, floor } = this.settings;
    const asOf = parseMonth(wanted.asOf) ?? NaN;
    const work = async (tx: PoolClient): Promise<PreparedRelease> => {
      const readModel = await openReadModel(tx, wanted.chain);
      // Read after the snapshot was taken: everything in it was known before.
      const knownBefore = this.clock();
      const known = { before: knownBefore.getTime(), upTo: Number(readModel.position) };
      const map = new AreaMap(readModel.editions, asOf);
      const { definition: chain } = readModel.chain;
      const areas = map.all();
      const cubes = defaultCubes(map.levels());
      const sources = await readSources(tx, known);
      const keyOf = (child: string): bigint => recordKey(series.secret, child);
      const basis = { chain, areas, asOf, known, sources, keyOf, cubes };
      const calculated = await calculateRelease(allFiles(tx), basis, table.perturb);
      const stages = new Set(stagesInOrder(chain).map(({ id }) => id));
      const coverage = sources.length === 0 ? null : new Coverage(sources).deliveries(stages, asOf);
      const terms: ReleaseTerms = {
        ...{ ...wanted, knownBefore: knownBefore.toISOString(), ...placeOf(readModel) },
        table: { name: table.name, digest: table.digest, parameters: table.parameters },
        series: series.id,
        cubes: calculated.cubes.map(({ cube }) => cube),
        floor,
        coverage: coverageAnswer(coverage).coverage ?? null,
        codeVersion: VERSION,
        digest: calculated.digest,
      };
      return { terms, cubes: calculated.cubes, definitions: { chain, areas } };
    };
    return inTransaction(this.pool, work, 'REPEATABLE READ');
  }
}

function placeOf({
  position,
  chain,
  editions,
}: ReadModel): Pick<ReleaseTerms, 'position' | 'chainPosition' | 'chainVersions' | 'areaPositions'> {
  return {
    position: position.toString(),
    chainPosition: chain.position,
    chainVersions: versionsInForce(chain.definition).map(({ version }) => version),
    areaPositions: Object.fromEntries(
      editions.map(({ municipality, validFrom, position: at }) => [`${municipality} ${validFrom}`, at]),
    ),
  };
}

/** Says chain, as-of month and which one of them it is, such as `krefeld-2026-06-1`. */
function nextId(releases: readonly Release[], { chain, asOf }: Publication): string {
  const same = releases.filter((release) => release.chain === chain && release.asOf === asOf);
  return `${chain}-${asOf}-${same.length + 1}`;
}

function fail(id: string): never {
  throw new Error(`the log does not know the release ${id} that it has just taken`);
}
