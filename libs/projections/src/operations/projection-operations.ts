import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { POOL, ProblemError } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { Repository } from 'typeorm';
import { ParkedEvent } from '../runner/parked-event.entity';
import { replayParked, type ParkedReplay } from '../runner/parked';
import type { Projection } from '../runner/projection';
import { ProjectionVersion } from '../runner/projection-version.entity';
import { dropVersion } from '../runner/switch-and-drop';
import { startRebuild } from '../runner/versions';
import type { ProjectionStatus } from './projection-status';
import { PROJECTIONS } from './tokens';
import './problems';

/** What an operator sees of the projections and does with them. */
@Injectable()
export class ProjectionOperations {
  constructor(
    @Inject(PROJECTIONS) private readonly projections: readonly Projection[],
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @InjectRepository(ProjectionVersion) private readonly versions: Repository<ProjectionVersion>,
    @InjectRepository(ParkedEvent) private readonly parkedEvents: Repository<ParkedEvent>,
  ) {}

  async status(): Promise<ProjectionStatus[]> {
    const head = await this.store.head();
    const versions = await this.versions.find({ order: { projection: 'ASC', version: 'ASC' } });
    return Promise.all(versions.map((version) => this.statusOf(version, head)));
  }

  /** Starts building the next version beside the live one; a projector picks it up. */
  async rebuild(name: string): Promise<{ version: number }> {
    const { version, started } = await startRebuild(this.pool, this.named(name));
    if (!started) throw refusal('projections.rebuild-under-way', { version });
    return { version };
  }

  async replayParked(name: string): Promise<ParkedReplay> {
    const projection = this.named(name);
    return replayParked({ pool: this.pool, store: this.store, projection });
  }

  /** Removes a version that is out of service, with its tables. */
  async drop(name: string, version: number): Promise<void> {
    const found = await dropVersion(this.pool, this.named(name), version);
    if (!found) throw refusal('projections.unknown-version', { version });
    if (!found.dropped) throw refusal('projections.version-in-use', { version, state: found.state });
  }

  private async statusOf(
    { projection, version, position, gathered, state, error }: ProjectionVersion,
    head: bigint,
  ): Promise<ProjectionStatus> {
    const parked = await this.parkedEvents.countBy({ projection, version });
    const lag = await this.lagOf(BigInt(position), head);
    return {
      name: projection,
      version,
      position,
      gathered,
      head: head.toString(),
      lag,
      parked,
      state,
      error,
    };
  }

  private async lagOf(position: bigint, head: bigint): Promise<number> {
    // The log may have grown since the head was read.
    if (position >= head) return 0;
    return (await this.store.countBetween?.(position, head)) ?? Number(head - position);
  }

  private named(name: string): Projection {
    const known = this.projections.map((projection) => projection.name);
    const found = this.projections.find((projection) => projection.name === name);
    if (!found) throw refusal('projections.unknown-projection', { name, known });
    return found;
  }
}

function refusal(code: string, params: Record<string, string | number | readonly string[]>): ProblemError {
  return new ProblemError({ code, params });
}
