import { AgencyPermissions, RECORD_KINDS } from '@lueckenlos/access';
import type { EventStore } from '@lueckenlos/event-store';
import type { Fault } from '@lueckenlos/platform';
import { eventTypes, typeNamed } from './event-types';
import type { LogFilter, Span } from './log-filter';
import type { LogQuery } from './log-query.dto';

/** The name under which one asks for what the system itself recorded. */
const SYSTEM = 'lueckenlos';
const TYPES = eventTypes(RECORD_KINDS);

/** What a query asks for. Only after {@link unknownNames} found nothing. */
export function filterOf({ type, agency, ...spans }: LogQuery): LogFilter {
  return {
    types: type && new Set(type.map(typeNamed)),
    sources: agency && new Set(agency.map(sourceOf)),
    recorded: spanOf(spans.recordedFrom, spans.recordedBefore),
    known: spanOf(spans.knownFrom, spans.knownBefore),
  };
}

/** A fault for each type and each agency that there is not, with what is valid: a misspelt name must not give an empty log. */
export async function unknownNames(
  { type = [], agency = [] }: LogQuery,
  agencies: AgencyPermissions,
  store: EventStore,
): Promise<Fault[]> {
  const types = type.filter((name) => !TYPES.includes(typeNamed(name)));
  const known = [...agencies.ids(), SYSTEM];
  const senders = await Promise.all(
    agency.map(async (name) => known.includes(name) || (await hasSent(name, store))),
  );
  return [
    ...faults('type', types, TYPES),
    ...faults(
      'agency',
      agency.filter((_, at) => !senders[at]),
      known,
    ),
  ];
}

/** An agency that was taken out of the agency file still stands in the log. */
async function hasSent(agency: string, store: EventStore): Promise<boolean> {
  return (await store.listBySource(String(sourceOf(agency)), 0n, 1)).length > 0;
}

const sourceOf = (agency: string): string | null => (agency === SYSTEM ? null : `/agencies/${agency}`);

function faults(parameter: string, names: readonly string[], allowed: readonly string[]): Fault[] {
  return names.map((name) => ({
    code: `replay.unknown-${parameter}`,
    pointer: `/${parameter}`,
    params: { name, allowed: [...allowed] },
  }));
}

function spanOf(from: string | undefined, before: string | undefined): Span | undefined {
  if (from === undefined && before === undefined) return undefined;
  return { from: instantOf(from), before: instantOf(before) };
}

const instantOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);
