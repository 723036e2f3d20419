import type { Fault } from '@lueckenlos/platform';
import type { Month } from '@lueckenlos/chain';
import type { PartnerType } from '../event-types';
import type { Delivered } from '../partner-event';
import type { Vocabulary } from '../vocabulary';

/** What an event says, as far as it is readable: a member against its own rule is absent here. */
export interface Readable {
  readonly source?: string;
  readonly subject?: string;
  readonly type?: PartnerType;
  readonly knownAt?: number;
  readonly stage?: string;
  readonly area?: string;
  readonly month?: Month;
  readonly other?: string;
  readonly period?: Pick<Delivered, 'from' | 'to'>;
  readonly stages?: readonly string[];
  readonly areas?: readonly string[];
}

/** What an event is judged by besides its shape. */
export interface Context {
  /** `/agencies/<agency of the token>`. */
  readonly source: string;
  readonly agency: string;
  readonly mayBackfill: boolean;
  maySendType(type: PartnerType): boolean;
  maySendStage(stage: string): boolean;
  readonly vocabulary: Pick<Vocabulary, 'stages' | 'areas'>;
  readonly now: Date;
}

/** A rule that depends on who sends, when, and what is defined. */
export type ContextRule = (said: Readable, context: Context) => Fault | readonly Fault[] | null;
