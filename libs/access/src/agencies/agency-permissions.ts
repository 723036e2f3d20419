import { Inject, Injectable } from '@nestjs/common';
import { AgencyEntry, AgencyFile, ALWAYS_ALLOWED, RECORD_KINDS } from './agency-file';

/** Injects the {@link AgencyFile} in force. */
export const AGENCY_FILE = Symbol('AGENCY_FILE');

/** What an agency may send, in words for itself. */
export interface AgencyDescription {
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  /** Stage ids; `*` is every stage of every chain. */
  readonly stages: readonly string[];
  /** Event types as in a CloudEvent, as `lueckenlos.stage-reached.v1`. */
  readonly types: readonly string[];
}

/** Answers which agency may send what. An agency that the file does not name may send nothing. */
@Injectable()
export class AgencyPermissions {
  private readonly entries: ReadonlyMap<string, AgencyEntry>;

  constructor(@Inject(AGENCY_FILE) file: AgencyFile) {
    this.entries = new Map(file.agencies.map((entry) => [entry.id, entry]));
  }

  maySendStage(agency: string, stage: string): boolean {
    return allows(this.entries.get(agency)?.stages, stage);
  }

  /** Takes the type of a CloudEvent or its short form, `stage-reached`. */
  maySendType(agency: string, type: string): boolean {
    const entry = this.entries.get(agency);
    const kind = kindOf(type);
    return entry !== undefined && (ALWAYS_ALLOWED.includes(kind) || allows(entry.types, kind));
  }

  /** The agencies that the file names. */
  ids(): string[] {
    return [...this.entries.keys()];
  }

  describe(agency: string): AgencyDescription | undefined {
    const entry = this.entries.get(agency);
    if (!entry) return undefined;
    const types = RECORD_KINDS.filter((kind) => this.maySendType(agency, kind)).map(typeOf);
    return { id: entry.id, title: entry.title, stages: entry.stages, types };
  }
}

function allows(list: readonly string[] | undefined, name: string): boolean {
  return list !== undefined && (list.includes('*') || list.includes(name));
}

const typeOf = (kind: string): string => `lueckenlos.${kind}.v1`;
const kindOf = (type: string): string => /^lueckenlos\.(.+)\.v1$/.exec(type)?.[1] ?? type;
