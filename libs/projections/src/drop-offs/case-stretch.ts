import { isCalendar, isDeliveryStatement, readDelivery } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import type { Aggregate } from '../aggregates/aggregate';
import { announceStages, countStages } from '../aggregates/deadlines/count-stages';
import { applyDeliveries } from '../case-files/apply-deliveries';
import { fileDeliveries } from '../case-files/file-deliveries';
import { GatheredDeliveries } from '../case-files/gathered-deliveries';
import { checkDefinition, countAnew, isDefinition, saveDefinition } from '../definitions/apply-definitions';
import { saveCalendar } from '../delivery-calendars/apply-calendars';
import { applyStatements } from '../delivery-calendars/apply-statements';
import type { Stretch } from '../runner/projection';

/** Bytes that a definition takes in memory, give or take; there are few. */
const DEFINITION = 256;

/**
 * The definitions and deliveries of some pages. Their order among each other does not matter: what comes of them
 * is a function of the set of records and of the definitions in force at the end.
 */
export class CaseStretch implements Stretch {
  private readonly definitions: StoredEvent[] = [];
  private readonly calendars: StoredEvent[] = [];
  private readonly statements: StoredEvent[] = [];
  private readonly deliveries = new GatheredDeliveries();
  private definitionBytes = 0;

  constructor(private readonly aggregates: readonly Aggregate[]) {}

  get bytes(): number {
    return this.deliveries.bytes + this.definitionBytes;
  }

  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const delivered = readDelivery(event);
      if (delivered) this.deliveries.add(delivered);
      else if (isDefinition(event)) this.define(event);
      else if (isCalendar(event)) this.keep(this.calendars, event);
      else if (isDeliveryStatement(event)) this.keep(this.statements, event);
    }
  }

  async apply(tx: PoolClient): Promise<void> {
    await this.saveDefinitions(tx);
    await countAnew(tx, this.definitions, this.aggregates);
    await countStages(tx, await this.saveCalendars(tx));
    if (this.deliveries.size > 0) await applyDeliveries(tx, this.deliveries, this.aggregates);
  }

  async file(tx: PoolClient): Promise<void> {
    await this.saveDefinitions(tx);
    await announceStages(tx, await this.saveCalendars(tx));
    await fileDeliveries(tx, this.deliveries);
  }

  private async saveDefinitions(tx: PoolClient): Promise<void> {
    for (const definition of this.definitions) await saveDefinition(tx, definition);
    await applyStatements(tx, this.statements);
  }

  /** The stages that are announced. */
  private async saveCalendars(tx: PoolClient): Promise<ReadonlySet<string>> {
    const stages = new Set<string>();
    for (const calendar of this.calendars) {
      for (const stage of await saveCalendar(tx, calendar)) stages.add(stage);
    }
    return stages;
  }

  private define(event: StoredEvent): void {
    checkDefinition(event);
    this.keep(this.definitions, event);
  }

  private keep(kept: StoredEvent[], event: StoredEvent): void {
    kept.push(event);
    this.definitionBytes += DEFINITION;
  }
}
