import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { inTransaction, POOL, ProblemError } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { Repository } from 'typeorm';
import { ParkedEvent } from '../runner/parked-event.entity';
import { replayParked, type ParkedReplay } from '../runner/parked';
import type { Projection } from '../runner/projection';
import { ProjectionVersion } from '../runner/projection-version.entity';
import { createVersion } from '../runner/versions';
import { versionSchema } from '../runner/version-schema';
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
    const projection = this.named(name);
    const building = await this.versions.findOneBy({ projection: name, state: 'building' });
    if (building) throw refusal('projections.rebuild-under-way', { version: building.version });
    return { version: await inTransaction(this.pool, (tx) => createVersion(tx, projection)) };
  }

  async replayParked(name: string): Promise<ParkedReplay> {
    const projection = this.named(name);
    return replayParked({ pool: this.pool, store: this.store, projection });
  }

  /** Removes a version that is out of service, with its tables. */
  async drop(name: string, version: number): Promise<void> {
    const { name: projection } = this.named(name);
    const found = await this.versions.findOneBy({ projection, version });
    if (!found) throw refusal('projections.unknown-version', { version });
    const { state } = found;
    if (state === 'live' || state === 'building')
      throw refusal('projections.version-in-use', { version, state });
    await inTransaction(this.pool, (tx) =>
      tx.query(`DROP SCHEMA ${versionSchema(projection, version)} CASCADE`),
    );
    await this.versions.delete({ projection, version });
  }

  private async statusOf(
    { projection, version, position, state, error }: ProjectionVersion,
    head: bigint,
  ): Promise<ProjectionStatus> {
    const parked = await this.parkedEvents.countBy({ projection, version });
    // The log may have grown since the head was read.
    const lag = Math.max(0, Number(head - BigInt(position)));
    return { name: projection, version, position, head: head.toString(), lag, parked, state, error };
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
