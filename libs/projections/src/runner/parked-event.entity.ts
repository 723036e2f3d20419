import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that the live version could not apply, or that waits behind one of the same stream. */
@Entity({ schema: 'projections', name: 'parked_event' })
export class ParkedEvent {
  @PrimaryColumn({ type: 'text' })
  projection!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  @Column({ type: 'text' })
  stream!: string;

  /** False for the event that failed, true for later ones of its stream. */
  @Column({ type: 'boolean' })
  behind!: boolean;

  @Column({ type: 'text' })
  error!: string;

  @Column({ type: 'integer' })
  attempts!: number;
}
