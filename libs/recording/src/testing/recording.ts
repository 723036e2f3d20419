import { AgencyPermissions, type Identity, type Scope } from '@lueckenlos/access';
import { MemoryEventStore, type EventStore } from '@lueckenlos/event-store';
import { RecordEventsCommand } from '../record-events/record-events.command';
import { RecordEventsHandler } from '../record-events/record-events.handler';
import type { RawRow, RecordOptions, RowResult } from '../record-events/row';
import { RowChecker } from '../record-events/row-checker';
import { DeliverySeries } from '../record-events/series/delivery-series';
import { NOW } from './context';
import { SENDER } from './events';
import { FixedVocabulary } from './vocabulary';

export function identityOfAgency(agency: string, ...scopes: Scope[]): Identity {
  return { clientId: agency, role: agency, agency, scopes: new Set<Scope>(['events:write', ...scopes]) };
}

/** Recording without a framework: a store, a vocabulary, a clock that stands still until it is set. */
export class TestRecording {
  now = NOW;
  readonly vocabulary = new FixedVocabulary();
  private readonly handler: RecordEventsHandler;
  private readonly checker: RowChecker;

  constructor(readonly store: EventStore = new MemoryEventStore()) {
    const everything = { title: { de: 'x', en: 'x' }, stages: ['*'], types: ['*'] };
    const agencies = [SENDER, 'job-centre', 'data-migration'].map((id) => ({ id, ...everything }));
    const permissions = new AgencyPermissions({ agencies });
    this.handler = new RecordEventsHandler(this.store, this.vocabulary, () => this.now, permissions);
    this.checker = new RowChecker(this.vocabulary, () => this.now, permissions);
  }

  /** Sends values as the rows of one delivery. */
  send(
    values: readonly unknown[],
    options: Partial<RecordOptions> = {},
    identity = identityOfAgency(SENDER, 'events:backfill'),
  ): Promise<RowResult[]> {
    return this.sendRows(
      values.map((value, index) => ({ index, value })),
      options,
      identity,
    );
  }

  sendRows(
    rows: readonly RawRow[],
    options: Partial<RecordOptions> = {},
    identity = identityOfAgency(SENDER, 'events:backfill'),
  ): Promise<RowResult[]> {
    return this.handler.execute(
      new RecordEventsCommand(identity, rows, { mode: 'each', dryRun: false, ...options }),
    );
  }

  /** Deliveries of values, each to be stored when the one before is. */
  series(): (values: readonly unknown[]) => Promise<() => Promise<RowResult[]>> {
    const series = new DeliverySeries(this.store, this.vocabulary, () => this.now, { agency: SENDER });
    return async (values) => {
      const rows = values.map((value, index) => ({ index, value }));
      return series.prepare(await this.checker.check(identityOfAgency(SENDER, 'events:backfill'), rows));
    };
  }

  async stored(): Promise<number> {
    return Number(await this.store.head());
  }
}

/** A result in short: outcome, then the codes of faults or warnings. */
export function short({ outcome, faults = [], warnings = [] }: RowResult): string {
  return [outcome, ...[...faults, ...warnings].map(({ code }) => code.replace('recording.', ''))].join(' ');
}
