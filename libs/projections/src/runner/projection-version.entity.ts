import { Column, Entity, PrimaryColumn } from 'typeorm';

export const VERSION_STATES = ['building', 'live', 'retired', 'failed'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** One version of a projection: its checkpoint, and whether queries read it. At most one is live. */
@Entity({ schema: 'projections', name: 'version' })
export class ProjectionVersion {
  @PrimaryColumn({ type: 'text' })
  projection!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  /** Of the code that made the tables; see {@link Projection.code}. */
  @Column({ type: 'integer' })
  code!: number;

  @Column({ type: 'text' })
  state!: VersionState;

  /** The last position whose effects are in the tables. */
  @Column({ type: 'bigint' })
  position!: string;

  /** How far the log is read: beyond the position while a version is filled that nobody reads yet. */
  @Column({ type: 'bigint' })
  gathered!: string;

  /** What was gathered is being counted: the position follows when all is. */
  @Column({ type: 'boolean' })
  counting!: boolean;

  /** Why a build stopped. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;
}
