import type { Fault } from '@lueckenlos/platform';
import { warnings, type WarningCode } from '../problems';
import { isDeliveryType, isLinkType, type PartnerType } from '../wire/event-types';
import type { StoredPartnerEvent } from './stored-partner-event';

/** A warning with the place it is about; only its code is stored. */
export function warningFault(code: WarningCode, type: PartnerType): Fault {
  return { code, pointer: pointerOf(code, type) };
}

function pointerOf(code: WarningCode, type: PartnerType): string {
  if (isDeliveryType(type)) return '/data/period';
  if (isLinkType(type)) return '/data/other';
  if (code !== 'recording.target-not-yet-known') return '/data/occurredOn';
  return type === 'lueckenlos.retracted.v1' ? '/data/retracts' : '/data/corrects';
}

/** The warnings that a record got on arrival. */
export function storedWarnings({ metadata, type }: StoredPartnerEvent): Fault[] {
  const codes: unknown = metadata.warnings;
  return Array.isArray(codes) ? codes.filter(isWarningCode).map((code) => warningFault(code, type)) : [];
}

function isWarningCode(code: unknown): code is WarningCode {
  return typeof code === 'string' && Object.hasOwn(warnings, code);
}
