import {
  IdConflictError,
  StoreBusyError,
  StoreUnavailableError,
  type EventStore,
} from '@lueckenlos/event-store';
import type { Vocabulary } from '../wire/vocabulary';
import { appendEvents, eventsByCase, type Appended } from './append-rows';
import { candidatesIn, type CheckedRow } from './check-rows';
import { judge } from './judge';
import { loadKnowledge } from './load-knowledge';
import type { Delivery } from './new-event';
import { refuseAll, resultOf } from './report';
import type { RecordOptions, RowResult } from './row';
import { storedInPart } from './stored-in-part';
import { isAcceptance, type Verdict } from './verdict';
import { windowsOnce } from './windows-once';

/** How often a delivery is judged anew because the same ids came in another way at the same time. */
const ATTEMPTS = 5;

const NOTHING: Appended = new Map();

/** Judges the rows against the log and stores what is good. */
export async function storeRows(
  store: EventStore,
  checked: readonly CheckedRow[],
  vocabulary: Vocabulary,
  delivery: Delivery,
  options: RecordOptions,
): Promise<RowResult[]> {
  const candidates = candidatesIn(checked);
  const windowsOf = windowsOnce(vocabulary);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const knowledge = await loadKnowledge(store, candidates, delivery.agency);
    const verdicts = candidates.map((row) => judge(row, knowledge, windowsOf, delivery.now));
    const isBad = candidates.length < checked.length || verdicts.some(({ kind }) => kind === 'reject');
    if (options.mode === 'all' && isBad) return refuseAll(inOrder(checked, verdicts, NOTHING));
    if (options.dryRun) return inOrder(checked, verdicts, NOTHING);
    const appended = await tryAppend(store, verdicts, delivery);
    if (appended) return inOrder(checked, verdicts, appended);
  }
  throw new StoreBusyError();
}

/** Null where somebody else has stored some of the ids since they were looked up: then they are judged again. */
async function tryAppend(
  store: EventStore,
  verdicts: readonly Verdict[],
  delivery: Delivery,
): Promise<Appended | null> {
  const events = eventsByCase(verdicts.filter(isAcceptance), delivery);
  try {
    const appended = await appendEvents(store, events, delivery);
    return [...appended.values()].every(({ stored }) => stored) ? appended : null;
  } catch (error) {
    if (error instanceof IdConflictError) return null;
    if (error instanceof StoreUnavailableError && error.stored.length > 0) throw storedInPart(error, events);
    throw error;
  }
}

/** A result for each row, in the order in which they came. */
export function inOrder(
  checked: readonly CheckedRow[],
  verdicts: readonly Verdict[],
  appended: Appended,
): RowResult[] {
  const results = verdicts.map((verdict) => resultOf(verdict, appended)).values();
  return checked.flatMap((entry) => ('rejected' in entry ? [entry.rejected] : (results.next().value ?? [])));
}
