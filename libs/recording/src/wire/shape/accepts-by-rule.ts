import type { ValidateFunction } from 'ajv';
import type { MemberRule } from '../rules/member-rule';
import { ajv } from './ajv';

const compiled = new WeakMap<MemberRule, ValidateFunction>();

/** Whether a value, by itself, is what the rule asks for. */
export function acceptsByRule(rule: MemberRule, value: unknown): boolean {
  let check = compiled.get(rule);
  if (!check) {
    check = ajv.compile(rule.schema);
    compiled.set(rule, check);
  }
  return check(value);
}
