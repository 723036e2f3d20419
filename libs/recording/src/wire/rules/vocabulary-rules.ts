import type { ContextRule } from './context-rule';

/** A whole state has more areas than belong into an answer; the definitions list them all. */
const MAX_LISTED = 200;

export const stageMustBeKnown: ContextRule = ({ stage }, { vocabulary }) =>
  stage === undefined || vocabulary.stages().has(stage)
    ? null
    : { code: 'recording.unknown-stage', pointer: '/data/stage', params: listed(vocabulary.stages()) };

export const areaMustBeKnown: ContextRule = ({ area }, { vocabulary }) =>
  area === undefined || vocabulary.areas().has(area)
    ? null
    : { code: 'recording.unknown-area', pointer: '/data/area', params: listed(vocabulary.areas()) };

function listed(valid: ReadonlySet<string>): { allowed: readonly string[]; count: number } {
  const allowed = [...valid].sort();
  const shown = allowed.length > MAX_LISTED ? [...allowed.slice(0, MAX_LISTED), '…'] : allowed;
  return { allowed: shown, count: valid.size };
}
