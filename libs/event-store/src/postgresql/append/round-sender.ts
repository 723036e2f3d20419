import { answerRepeat, answerStored, conflictOf, type Place } from '../../append/places';
import { StoreFailedError, StoreUnavailableError, WrongExpectedRevisionError } from '../../errors';
import type { Database } from '../database';
import { mayTryAgain, translate } from '../postgres-errors';
import { queries } from '../queries';
import { toPlace, type PlaceRow } from '../rows';
import type { Call, Outcome } from './call';
import { encodeRound } from './encode-round';

interface VerdictRow {
  readonly call: string;
  readonly verdict: 'stored' | 'revision' | 'known';
  readonly before_first: string;
  /** A PostgreSQL array: `{-1,4}`. */
  readonly revisions: string;
}

const TRIES = 5;

/** Sends a round of calls to the database in one statement and tells each what became of it. */
export class RoundSender {
  /** Why the last round could not be stored; undefined once one has been. */
  unavailable: StoreUnavailableError | undefined;

  constructor(private readonly database: Database) {}

  async send(calls: readonly Call[]): Promise<Outcome[]> {
    try {
      const verdicts = await this.tryAppend(encodeRound(calls), TRIES);
      this.unavailable = undefined;
      const places = await this.findPlaces(
        calls.filter((_call, index) => verdicts[index]?.verdict === 'known'),
      );
      return calls.map((call, index) => judge(call, verdicts[index]!, places));
    } catch (error) {
      return this.fail(calls, translate(error));
    }
  }

  /** What the database refused for one call must not fail its neighbours: each goes again by itself. */
  private async fail(calls: readonly Call[], error: Error): Promise<Outcome[]> {
    if (error instanceof StoreUnavailableError) this.unavailable = error;
    if (calls.length === 1 || !(error instanceof StoreFailedError)) {
      return calls.map(() => error);
    }
    const outcomes: Outcome[] = [];
    for (const call of calls) {
      outcomes.push(...(await this.send([call])));
    }
    return outcomes;
  }

  private async tryAppend(values: unknown[], tries: number): Promise<VerdictRow[]> {
    try {
      return await this.database.query<VerdictRow>(queries.append, values);
    } catch (error) {
      if (tries > 1 && mayTryAgain(error)) {
        return this.tryAppend(values, tries - 1);
      }
      throw error;
    }
  }

  /** A second statement, only for repeated deliveries. What it finds can no longer change. */
  private async findPlaces(calls: readonly Call[]): Promise<ReadonlyMap<string, Place>> {
    const ids = calls.flatMap(({ streams }) => streams.flatMap(({ events }) => events.map(({ id }) => id)));
    const rows = ids.length > 0 ? await this.database.query<PlaceRow>(queries.findPlaces, [ids]) : [];
    return new Map(rows.map((row) => [row.id, toPlace(row)]));
  }
}

function judge(
  { streams, recordedAt }: Call,
  { verdict, revisions, before_first: before }: VerdictRow,
  places: ReadonlyMap<string, Place>,
): Outcome {
  switch (verdict) {
    case 'stored':
      return answerStored(streams, parseRevisions(revisions), BigInt(before), recordedAt);
    case 'revision':
      return conflictOf(streams, parseRevisions(revisions)) ?? new WrongExpectedRevisionError([]);
    case 'known':
      return outcomeOf(() => answerRepeat(streams, (id) => places.get(id)));
  }
}

function parseRevisions(text: string): bigint[] {
  return text.slice(1, -1).split(',').map(BigInt);
}

function outcomeOf(answer: () => Outcome): Outcome {
  try {
    return answer();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
