import type { ContextRule } from './context-rule';

/** A link has two ends. */
export const otherMustBeAnother: ContextRule = ({ subject, other }) =>
  other === undefined || other !== subject
    ? null
    : { code: 'recording.linked-to-itself', pointer: '/data/other' };
