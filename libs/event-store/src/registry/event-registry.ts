import type { StoredEvent } from '../port';
import { UnknownEventError, UnreadableEventError } from './registry-errors';

type Data = Readonly<Record<string, unknown>>;

/** One version of a type of event. */
export interface EventVersion {
  /** Whether data has the shape of this version. */
  readonly accepts: (data: Data) => boolean;
  /** Makes data of the next version out of data of this one; the newest version has none. */
  readonly upcast?: (data: Data) => Data;
}

/**
 * Which types of events there are, in which versions, and how old ones are read as new ones. The log is never
 * rewritten: what was stored under an old schema goes through its upcasters each time it is read.
 */
export class EventRegistry {
  private readonly types = new Map<string, readonly EventVersion[]>();

  /** @param versions in order, version 1 first */
  define(type: string, ...versions: readonly [EventVersion, ...EventVersion[]]): this {
    const gap = versions.slice(0, -1).findIndex(({ upcast }) => upcast === undefined);
    if (this.types.has(type) || gap >= 0) {
      throw new Error(`${type}: ${gap >= 0 ? `version ${gap + 1} has no upcaster` : 'defined twice'}.`);
    }
    this.types.set(type, versions);
    return this;
  }

  /** The schema version under which new events of a type are stored. */
  newestVersion(type: string): number {
    return this.versionsOf(type).length;
  }

  /** Whether the data has the shape of that version of the type. */
  accepts(type: string, schemaVersion: number, data: Data): boolean {
    return this.versionsOf(type)[schemaVersion - 1]?.accepts(data) ?? false;
  }

  /**
   * The event as if it had been stored under the newest schema.
   * @throws UnknownEventError for a type or version that this release does not know
   * @throws UnreadableEventError when the data does not have the shape of its version
   */
  upcast(event: StoredEvent): StoredEvent {
    const { type, schemaVersion } = event;
    const versions = this.versionsOf(type);
    if (schemaVersion > versions.length) {
      throw new UnknownEventError(type, schemaVersion);
    }
    if (!this.accepts(type, schemaVersion, event.data)) {
      throw new UnreadableEventError(type, schemaVersion, event.position);
    }
    const steps = versions.slice(schemaVersion - 1, -1);
    const data = steps.reduce((old, { upcast }) => upcast?.(old) ?? old, event.data);
    return { ...event, data, schemaVersion: versions.length };
  }

  private versionsOf(type: string): readonly EventVersion[] {
    const versions = this.types.get(type);
    if (!versions) {
      throw new UnknownEventError(type);
    }
    return versions;
  }
}
