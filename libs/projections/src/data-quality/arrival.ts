import { monthOfInstant, parseMonth, type Month } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';

const FACT = /^lueckenlos\.(stage-reached|moved-in|moved-out|relocated|died)\.v1$/;

/** What of a partner's record data quality is counted by. Nothing of its case is in it. */
export interface Arrival {
  readonly position: string;
  readonly source: string;
  readonly id: string;
  readonly agency: string;
  /** In which it arrived, UTC. */
  readonly month: Month;
  /** `accepted`, and what else it is counted as. */
  readonly kinds: readonly string[];
  /** The record that it waits for. */
  readonly target: string | null;
  /** Only of facts. */
  readonly delay: Delay | null;
}

/** When a fact became known after it occurred. */
export interface Delay {
  /** Empty for moves and deaths. */
  readonly stage: string;
  readonly occurred: Month;
  readonly months: number;
  /** The known instant was stated with the record. */
  readonly stated: boolean;
}

export function arrivalOf(event: StoredEvent): Arrival {
  const { position, source, metadata, recordedAt, type, data } = event;
  const warnings: unknown = metadata['warnings'];
  const codes = Array.isArray(warnings) ? warnings.map(String) : [];
  const waits = codes.includes('recording.target-not-yet-known');
  const own = /^lueckenlos\.(corrected|retracted)\.v1$/.exec(type)?.[1];
  return {
    position: position.toString(),
    source: String(source),
    id: String(metadata['senderId']),
    agency: String(source).replace(/^\/agencies\//, ''),
    month: monthOfInstant(new Date(recordedAt)),
    kinds: ['accepted', ...(own === undefined ? [] : [own]), ...codes],
    target: waits ? String(data['corrects'] ?? data['retracts']) : null,
    delay: FACT.test(type) ? delayOf(event) : null,
  };
}

/** What is reported in advance has no delay. */
function delayOf({ data, metadata, recordedAt }: StoredEvent): Delay | null {
  const occurred = parseMonth(String(data['occurredOn']));
  if (occurred === null) return null;
  const known = new Date(metadata.knownAt);
  return {
    stage: typeof data['stage'] === 'string' ? data['stage'] : '',
    occurred,
    months: Math.max(0, monthOfInstant(known) - occurred),
    stated: known.getTime() !== Date.parse(recordedAt),
  };
}
