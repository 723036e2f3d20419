import type { Fault } from '@lueckenlos/platform';
import { warnings, type WarningCode } from '../problems';
import type { PartnerType } from '../wire/event-types';
import type { StoredPartnerEvent } from './stored-partner-event';

/** A warning with the place it is about; only its code is stored. */
export function warningFault(code: WarningCode, type: PartnerType): Fault {
  if (code === 'recording.linked-case-not-yet-known') return { code, pointer: '/data/other' };
  if (code !== 'recording.target-not-yet-known') return { code, pointer: '/data/occurredOn' };
  return { code, pointer: type === 'lueckenlos.retracted.v1' ? '/data/retracts' : '/data/corrects' };
}

/** The warnings that a record got on arrival. */
export function storedWarnings({ metadata, type }: StoredPartnerEvent): Fault[] {
  const codes: unknown = metadata.warnings;
  return Array.isArray(codes) ? codes.filter(isWarningCode).map((code) => warningFault(code, type)) : [];
}

function isWarningCode(code: unknown): code is WarningCode {
  return typeof code === 'string' && Object.hasOwn(warnings, code);
}
