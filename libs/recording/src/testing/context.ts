import type { Context } from '../wire/rules/context-rule';
import type { Vocabulary } from '../wire/vocabulary';
import { SENDER, SOURCE } from './events';
import { FixedVocabulary } from './vocabulary';

export const NOW = new Date('2026-03-15T12:00:00.000Z');

/** The youth office, which may send everything but the school stage and deaths, and take over nothing. */
export function contextFor(
  parts: Partial<Context> & { vocabulary?: Vocabulary } = {},
): Context & { vocabulary: Vocabulary } {
  return {
    agency: SENDER,
    source: SOURCE,
    mayBackfill: false,
    maySendType: (type) => type !== 'lueckenlos.died.v1',
    maySendStage: (stage) => stage !== 'school',
    now: NOW,
    vocabulary: new FixedVocabulary(),
    ...parts,
  };
}
