import { createHash } from 'node:crypto';
import type { AreaHierarchy, ChainBody } from '@lueckenlos/chain';
import { eventId, type NewEvent, type StoredEvent } from '@lueckenlos/event-store';

export const CHAIN_DEFINED = 'lueckenlos.chain-defined.v1';
export const AREAS_DEFINED = 'lueckenlos.areas-defined.v1';

export const chainStream = (id: string): string => `chain-${id}`;
export const areasStream = (municipality: string): string => `areas-${municipality}`;

export interface ChainDefined extends ChainBody {
  readonly chain: string;
}

export interface AreasDefined extends AreaHierarchy {
  readonly municipality: string;
}

/** Where a definition stands in the log. */
export interface DefinitionPlace {
  readonly revision: bigint;
  readonly position: bigint;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
  readonly contentHash: string;
}

export function placeOf(event: StoredEvent): DefinitionPlace {
  const { revision, position, recordedAt, metadata } = event;
  return { revision, position, recordedAt, contentHash: metadata.contentHash };
}

type Data = StoredEvent['data'];

/** What was checked before it was stored needs no check when it is read. */
export const chainDefinedIn = ({ data }: StoredEvent): ChainDefined => data as Data & ChainDefined;
export const areasDefinedIn = ({ data }: StoredEvent): AreasDefined => data as Data & AreasDefined;

/** SHA-256 over a definition in its normal form. */
export function contentHashOf(definition: object): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex');
}

export interface Definition {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  /** The client that defined it, for the auditor who reads the log. */
  readonly definedBy: string;
}

/** The id follows from stream, place and content: the same definition appended twice at one place is one event. */
export function definitionEvent(definition: Definition, revision: bigint, now: Date): NewEvent {
  const { stream, type, data, definedBy } = definition;
  const contentHash = contentHashOf(data);
  return {
    id: eventId(stream, `${revision} ${contentHash}`),
    type,
    schemaVersion: 1,
    source: null,
    data: { ...data },
    metadata: { knownAt: now.toISOString(), contentHash, definedBy },
  };
}
