import { PARTNER_TYPES } from '../event-types';
import type { MemberRule } from './member-rule';
import { TEXT_WITHOUT_CONTROLS } from './patterns';

export const specversionRule: MemberRule = {
  code: 'recording.bad-specversion',
  schema: { type: 'string', enum: ['1.0'] },
  description: 'The version of CloudEvents.',
  example: '1.0',
};

export const idRule: MemberRule = {
  code: 'recording.bad-id',
  schema: { type: 'string', minLength: 1, maxLength: 128, pattern: TEXT_WITHOUT_CONTROLS },
  description: "The sender's id of the record, unique for the sender.",
  example: '2015-08-4711',
};

/** Whose source it must be depends on the token, see the rule on foreign sources. */
export const sourceRule: MemberRule = {
  code: 'recording.bad-source',
  schema: { type: 'string' },
  description: 'The sender: `/agencies/` and the agency of the token.',
  example: '/agencies/youth-office',
};

export const typeRule: MemberRule = {
  code: 'recording.unknown-type',
  schema: { type: 'string', enum: PARTNER_TYPES },
  description: 'What happened to the case.',
  example: 'lueckenlos.stage-reached.v1',
  params: { allowed: PARTNER_TYPES },
};

export const subjectRule: MemberRule = {
  code: 'recording.bad-subject',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$' },
  description: 'The pseudonym of the case.',
  example: 'c00013',
};

export const timeRule: MemberRule = {
  code: 'recording.bad-time',
  schema: { type: 'string', format: 'instant' },
  description: 'An instant (RFC 3339). It is checked and not stored.',
  example: '2015-08-31T09:00:00Z',
};

export const contentTypeRule: MemberRule = {
  code: 'recording.bad-content-type',
  schema: { type: 'string', pattern: '^application/json( *; *charset=[Uu][Tt][Ff]-8)?$' },
  description: 'The media type of `data`: JSON.',
  example: 'application/json',
};

export const knownatRule: MemberRule = {
  code: 'recording.bad-knownat',
  schema: { type: 'string', format: 'instant' },
  description: 'When the record was known (RFC 3339), for the take-over of old data only.',
  example: '2015-09-02T07:30:00Z',
};

export const dataRule: MemberRule = {
  code: 'recording.bad-data',
  schema: { type: 'object' },
  description: 'What happened; the members depend on the type.',
  example: { stage: 'kita', occurredOn: '2015-08', area: '010', povertyRisk: true },
};
