import { subjectRule } from './envelope-rules';
import type { MemberRule } from './member-rule';
import { LINES_WITHOUT_CONTROLS, TEXT_WITHOUT_CONTROLS } from './patterns';

/** Which stages there are is a matter of the definitions, see the rule on unknown stages. */
export const stageRule: MemberRule = {
  code: 'recording.bad-stage',
  schema: { type: 'string' },
  description: 'The id of a stage that any version of any chain defines.',
  example: 'kita',
};

export const occurredOnRule: MemberRule = {
  code: 'recording.bad-month',
  schema: { type: 'string', format: 'month-or-day' },
  description: 'The month, `YYYY-MM`. A day may be sent and is dropped at the door.',
  example: '2015-08',
};

/** Which areas there are is a matter of the definitions, see the rule on unknown areas. */
export const areaRule: MemberRule = {
  code: 'recording.bad-area',
  schema: { type: 'string' },
  description: 'The code of an area that any version of any hierarchy defines; absent or null where unknown.',
  example: '010',
};

export const povertyRiskRule: MemberRule = {
  code: 'recording.bad-poverty-risk',
  schema: { type: 'boolean' },
  description: 'Whether the child lives at risk of poverty; absent or null where unknown.',
  example: true,
};

const target = {
  code: 'recording.bad-target',
  schema: { type: 'string', minLength: 1, maxLength: 128, pattern: TEXT_WITHOUT_CONTROLS },
  example: '2015-08-4711',
} as const;

export const correctsRule: MemberRule = {
  ...target,
  description: 'The id of the record of the same sender that this one replaces.',
};

export const retractsRule: MemberRule = {
  ...target,
  description: 'The id of the record of the same sender that is taken back.',
};

export const otherRule: MemberRule = {
  code: 'recording.bad-other',
  schema: subjectRule.schema,
  description: 'The other pseudonym of the same child.',
  example: 'c00014',
};

export const reasonRule: MemberRule = {
  code: 'recording.bad-reason',
  schema: { type: 'string', minLength: 1, maxLength: 500, pattern: LINES_WITHOUT_CONTROLS },
  description: 'Why the record is taken back. No names, no addresses.',
  example: 'entered in error',
};

const month = { type: 'string', format: 'month-or-day' } as const;

export const periodRule: MemberRule = {
  code: 'recording.bad-period',
  schema: {
    type: 'object',
    properties: { from: month, to: month },
    required: ['from', 'to'],
    additionalProperties: false,
  },
  description: 'The first and the last month that is delivered, `YYYY-MM`.',
  example: { from: '2026-04', to: '2026-06' },
};

const names = {
  type: 'array',
  items: { type: 'string' },
  minItems: 1,
  maxItems: 500,
  uniqueItems: true,
} as const;

export const stagesRule: MemberRule = {
  code: 'recording.bad-stages',
  schema: names,
  description: 'Only these stages; absent or null for all that the agency delivers.',
  example: ['kita'],
};

export const areasRule: MemberRule = {
  code: 'recording.bad-areas',
  schema: names,
  description: 'Only these areas; absent or null for the whole town.',
  example: ['010'],
};
