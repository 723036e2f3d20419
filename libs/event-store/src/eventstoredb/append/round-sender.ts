import {
  IdConflictError,
  StoreBusyError,
  StoreUnavailableError,
  WrongExpectedRevisionError,
} from '../../errors';
import type { StoredEvent } from '../../port';
import type { Call, Outcome } from '../../postgresql/append/call';
import { Backoff } from '../backoff';
import type { Lease } from '../receipts/lease';
import type { Receipts } from '../receipts/receipts';
import type { Reservations, Slot } from '../receipts/reservations';
import type { IndexKeeper } from '../settle/index-keeper';
import type { Timing } from '../timing';
import { Delivery } from './delivery';
import type { AppendEnding, StreamAppender } from './stream-appender';
import { Takeover } from './takeover';

interface SentSlot {
  readonly slot: Slot;
  readonly recordedAt: Date;
  readonly ending: AppendEnding;
}

/**
 * Brings a round of calls into the log: all its events are reserved in one statement, each stream is sent by itself,
 * one statement confirms what is stored. What moved meanwhile is judged anew.
 */
export class RoundSender {
  /** Why the last round could not be brought in; undefined once one has been. */
  unavailable: Error | undefined;
  private readonly takeover: Takeover;

  constructor(
    private readonly reservations: Reservations,
    private readonly receipts: Receipts,
    private readonly appender: StreamAppender,
    private readonly keeper: IndexKeeper,
    private readonly timing: Timing,
    private readonly closed: AbortSignal,
  ) {
    this.takeover = new Takeover(reservations, receipts, appender, keeper, timing);
  }

  async send(calls: readonly Call[]): Promise<Outcome[]> {
    const deliveries = calls.map((call) => new Delivery(call));
    try {
      await this.keeper.ready();
      await this.settle(deliveries);
      this.unavailable = undefined;
    } catch (error) {
      const outcome = error instanceof Error && 'faults' in error ? error : new StoreUnavailableError(error);
      this.unavailable = outcome;
      deliveries.forEach((delivery) => (delivery.outcome ??= outcome));
    }
    return deliveries.map((delivery) => delivery.outcome ?? unfinished(delivery));
  }

  private async settle(deliveries: readonly Delivery[]): Promise<void> {
    const begun = performance.now();
    const { pauseMs, busyPauseMs } = this.timing;
    const backoff = new Backoff({ pauseMs, maxPauseMs: busyPauseMs });
    for (let open = deliveries; open.length > 0; open = deliveries.filter(({ outcome }) => !outcome)) {
      const reservedAt = performance.now();
      const slots = await this.reservations.reserve(open.map(({ call }) => call));
      const free = slots.flat().filter(({ standing }) => standing === 'free');
      const lease = this.appender.lease(
        free.map(({ entry }) => entry),
        reservedAt,
      );
      const advances = open.map((delivery, index) => this.advance(delivery, slots[index] ?? [], lease));
      const sent = (await Promise.all(advances)).flat();
      await this.receipts.confirm(sent.flatMap(storedIn));
      await this.putAway(sent);
      await this.answer(open, slots);
      if (open.every(({ outcome }) => outcome)) return;
      const waited = performance.now() - begun;
      const isWaiting = isBusy(slots.flat());
      // A stream can move without showing it to a reader: somebody has deleted it.
      const limit = isWaiting ? this.timing.busyMs : this.timing.patienceMs;
      if (waited > limit || this.closed.aborted) return;
      if (isWaiting) await this.takeover.tryFor(open, slots, waited);
      await backoff.wait(this.closed);
    }
  }

  /** Sends what is reserved of a call, or says why nothing is. */
  private async advance(delivery: Delivery, slots: readonly Slot[], lease: Lease): Promise<SentSlot[]> {
    if (slots.some(({ standing }) => standing === 'conflict')) {
      const known = await this.receipts.findPlaces(delivery.ids);
      delivery.outcome = new IdConflictError(known.map(({ id }) => id));
    } else if (slots.some(({ standing }) => standing === 'revision') && !isBusy(slots)) {
      delivery.outcome = await this.conflictOf(slots);
    } else if (!isBusy(slots)) {
      const { recordedAt } = delivery.call;
      const free = slots.filter(({ standing }) => standing === 'free');
      const sent = await Promise.all(
        free.map(async (slot) => ({
          slot,
          recordedAt,
          ending: await this.appender.append(slot, recordedAt, lease),
        })),
      );
      delivery.add(sent.flatMap(storedIn));
      delivery.outcome = failureOf(sent, delivery);
      return sent;
    }
    return [];
  }

  /** Before a conflict is told, the streams themselves are asked: the index may have missed something. */
  private async conflictOf(slots: readonly Slot[]): Promise<WrongExpectedRevisionError | undefined> {
    const misplaced = slots.filter(({ standing }) => standing === 'revision');
    const healed = await Promise.all(misplaced.map(({ entry }) => this.keeper.heal(entry.stream)));
    if (healed.includes(true)) return undefined;
    return new WrongExpectedRevisionError(
      misplaced.map(({ entry: { stream, expected }, reached }) => {
        return { stream, expected, actual: reached < 0n ? null : reached };
      }),
    );
  }

  /** What was certainly not stored is reserved no longer; streams that have moved are looked at. */
  private async putAway(sent: readonly SentSlot[]): Promise<void> {
    const unknown = sent.filter(({ ending }) => ending.kind === 'unknown');
    unknown.forEach(({ slot, recordedAt }) => this.takeover.remember(slot, recordedAt));
    const missed = sent.filter(({ ending }) => ending.kind === 'moved' || ending.kind === 'refused');
    await Promise.all(missed.map(({ slot }) => this.keeper.heal(slot.entry.stream)));
    await this.reservations.release(missed.flatMap(({ slot }) => slot.entry.events.map(({ id }) => id)));
  }

  private async answer(open: readonly Delivery[], slots: readonly Slot[][]): Promise<void> {
    const done = open.filter((delivery, index) => !delivery.outcome && isDone(delivery, slots[index] ?? []));
    const repeated = done.flatMap((delivery) => delivery.repeated);
    const places = repeated.length > 0 ? await this.receipts.findPlaces(repeated) : [];
    for (const delivery of done) {
      delivery.outcome = delivery.answer(places);
    }
  }
}

const isBusy = (slots: readonly Slot[]): boolean => slots.some(({ standing }) => standing === 'busy');

function storedIn({ ending }: SentSlot): StoredEvent[] {
  return ending.kind === 'stored' ? ending.events : [];
}

/** Everything is in the log: known before, or stored by this call. */
function isDone(delivery: Delivery, slots: readonly Slot[]): boolean {
  const missing = new Set(delivery.repeated);
  return slots.every(
    ({ standing, entry }) => standing === 'known' || entry.events.every(({ id }) => !missing.has(id)),
  );
}

/** Time is up, with nothing stored, or with what is named. */
function unfinished({ appended }: Delivery): Error {
  return appended.length > 0 ? new StoreUnavailableError(undefined, appended) : new StoreBusyError();
}

/** An outcome that nobody knows comes first: its caller has to repeat. It names what is stored. */
function failureOf(sent: readonly SentSlot[], delivery: Delivery): Error | undefined {
  const endings = sent.map(({ ending }) => ending);
  const unknown = endings.find(({ kind }) => kind === 'unknown');
  if (unknown && 'error' in unknown) {
    return new StoreUnavailableError(unknown.error.cause ?? unknown.error, delivery.appended);
  }
  const refused = endings.find(({ kind }) => kind === 'refused');
  return refused && 'error' in refused ? refused.error : undefined;
}
