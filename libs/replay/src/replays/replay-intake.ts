import { formatMonth, parseMonth } from '@lueckenlos/chain';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { boundariesOf, checkCompeting, wholeRequest } from '@lueckenlos/figures';
import { CLOCK, CONFIG, ProblemError, type Clock, type Config, type Fault } from '@lueckenlos/platform';
import { ReleaseStore, type Release } from '@lueckenlos/releases';
import { Inject, Injectable } from '@nestjs/common';
import type { ReplayCurvesDto } from './http/replay-curves.dto';
import type { ReplayRequestDto } from './http/replay.dto';
import type { CurvesTask, ReplayJob, ReplayJobTask } from './replay-job';
import { ReplayJobs } from './replay-jobs';
import { ReplayRunner } from './replay-runner';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RETRY_SECONDS = 30;

/** Takes replays in, or tells all that is wrong with the question. */
@Injectable()
export class ReplayIntake {
  constructor(
    private readonly jobs: ReplayJobs,
    private readonly runner: ReplayRunner,
    private readonly releases: ReleaseStore,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'replaysOpen'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async take(request: ReplayRequestDto, askedBy: string): Promise<ReplayJob> {
    const id = await this.jobs.add(await this.taskOf(request), askedBy, this.config.replaysOpen);
    if (id === null)
      throw new ProblemError({ code: 'replay.too-many' }, { retryAfterSeconds: RETRY_SECONDS });
    this.runner.wake();
    const job = await this.jobs.find(id);
    if (!job) throw new Error('a replay that was taken is gone');
    return job;
  }

  async find(id: string): Promise<ReplayJob | null> {
    return UUID.test(id) ? this.jobs.find(id) : null;
  }

  /** Today's month is that of the request: a replay may begin later. */
  private monthOf(boundaries: string, asOf: string): string {
    return formatMonth(boundariesOf(boundaries, parseMonth(asOf) ?? NaN, this.clock()));
  }

  private async taskOf(request: ReplayRequestDto): Promise<ReplayJobTask> {
    const { chain, asOf, toPosition, knownBefore = null, by, level = null, release } = request;
    const { curves, boundaries, chainVersion } = request;
    const asked = { chain, asOf, by, level };
    if (release !== undefined) {
      if (curves) throw refusal('replay.one-question', '/curves', {});
      refuse(notWithARelease({ boundaries, chainVersion }));
      const found = (await this.releases.find(release, null))?.heading;
      if (!found) throw refusal('replay.release-not-found', '/release', { release });
      refuse(otherClocks(request, found));
      return { ...asked, upTo: found.position, knownBefore: found.knownBefore, release };
    }
    if (toPosition !== undefined && knownBefore !== null)
      throw refusal('replay.one-limit', '/toPosition', {});
    const head = await this.store.head();
    if (toPosition !== undefined && BigInt(toPosition) > head) {
      const params = { position: toPosition, head: String(head) };
      throw refusal('replay.position-beyond-head', '/toPosition', params);
    }
    const special = {
      ...(boundaries === undefined ? {} : { boundaries: this.monthOf(boundaries, asOf) }),
      ...(chainVersion === undefined ? {} : { chainVersion }),
      ...(curves && { curves: curvesTask(curves) }),
    };
    return { ...asked, ...special, upTo: toPosition ?? String(head), knownBefore, release: null };
  }
}

/** A release was counted once, one way. */
function notWithARelease(asked: Readonly<Record<string, unknown>>): Fault[] {
  return Object.keys(asked)
    .filter((name) => asked[name] !== undefined)
    .map((name) => ({ code: 'replay.not-with-a-release', pointer: `/${name}` }));
}

/** @throws ProblemError (422) where Kaplan–Meier is asked for with competing events */
function curvesTask(asked: ReplayCurvesDto): CurvesTask {
  checkCompeting(asked, '/curves/competing');
  const { birthYear = null, schoolYear = null, area = null, povertyRisk = null } = asked;
  return { request: wholeRequest(asked), filters: { birthYear, schoolYear, area, povertyRisk } };
}

/** What a release has frozen may be said along with it, but not otherwise. */
function otherClocks({ chain, asOf, toPosition, knownBefore }: ReplayRequestDto, release: Release): Fault[] {
  const said = { chain, asOf, toPosition, knownBefore: knownBefore && new Date(knownBefore).toISOString() };
  const frozen = {
    chain: release.chain,
    asOf: release.asOf,
    toPosition: release.position,
    knownBefore: release.knownBefore,
  };
  return (Object.keys(frozen) as (keyof typeof frozen)[])
    .filter((member) => said[member] !== undefined && said[member] !== frozen[member])
    .map((member) => ({
      code: 'replay.other-clocks',
      pointer: `/${member}`,
      params: { expected: frozen[member] },
    }));
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ProblemError([...faults]);
}

function refusal(code: string, pointer: string, params: Readonly<Record<string, string>>): ProblemError {
  return new ProblemError({ code, pointer, params });
}
