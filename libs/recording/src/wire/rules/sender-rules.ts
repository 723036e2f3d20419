import type { ContextRule } from './context-rule';

export const mustBeOwnSource: ContextRule = ({ source }, context) =>
  source === undefined || source === context.source
    ? null
    : { code: 'recording.foreign-source', pointer: '/source', params: { source: context.source } };

export const typeMustBeAllowed: ContextRule = ({ type }, context) =>
  type === undefined || context.maySendType(type)
    ? null
    : { code: 'recording.type-not-allowed', pointer: '/type', params: { type, agency: context.agency } };

/** An unknown stage is for {@link stageMustBeKnown}: nobody may send it, but that would be the wrong reason. */
export const stageMustBeAllowed: ContextRule = ({ stage }, context) =>
  stage === undefined || !context.vocabulary.stages().has(stage) || context.maySendStage(stage)
    ? null
    : {
        code: 'recording.stage-not-allowed',
        pointer: '/data/stage',
        params: { stage, agency: context.agency },
      };

export const mayStateKnownInstant: ContextRule = ({ knownAt }, context) =>
  knownAt === undefined || context.mayBackfill
    ? null
    : { code: 'recording.backfill-not-allowed', pointer: '/knownat' };
