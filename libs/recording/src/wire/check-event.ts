import type { Fault } from '@lueckenlos/platform';
import { isPartnerType } from './event-types';
import { DATA_CLASSES, envelopeOf } from './event.dto';
import type { EventClass } from './follows.decorator';
import { normalise } from './normalise';
import type { PartnerEvent } from './partner-event';
import type { Context, Readable } from './rules/context-rule';
import { forbiddenIn, wrongIn } from './rules/context-rules';
import type { ShapeCheck } from './shape/shape-check';
import { MAX_FAULTS, shapeFaults } from './shape/shape-faults';

/** An event, or everything that is wrong with what was sent. */
export type CheckedEvent =
  | { readonly event: PartnerEvent; readonly faults?: undefined }
  | { readonly event?: undefined; readonly faults: readonly Fault[]; readonly id: string | null };

type Sent = Readonly<Record<string, unknown>>;

/** Checks any JSON value. It never throws: what is wrong is said, all of it at once. */
export function checkEvent(value: unknown, shape: ShapeCheck, context: Context): CheckedEvent {
  if (!isObject(value)) return { faults: [{ code: 'recording.not-an-object', pointer: '' }], id: null };
  const faults: Fault[] = [];
  const broken = new Set<string>();
  inspect(envelopeOf(value.type), value, '');
  if (isPartnerType(value.type) && isObject(value.data))
    inspect(DATA_CLASSES[value.type], value.data, '/data');

  const event = normalise(isObject(value.data) ? value : { ...value, data: {} });
  const said = readable(event, broken);
  const all = [...forbiddenIn(said, context), ...faults, ...wrongIn(said, context)];
  if (all.length === 0) return { event };
  return { faults: all.slice(0, MAX_FAULTS), id: broken.has('/id') ? null : event.id };

  function inspect(type: EventClass, part: Sent, path: string): void {
    const verdict = shape(type, part);
    if (verdict.sound) return;
    for (const fault of shapeFaults(type, part, verdict, path)) {
      faults.push(fault);
      broken.add(fault.pointer);
    }
  }
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only what is sound by itself is judged further, so that nothing is blamed twice. */
function readable(event: PartnerEvent, broken: ReadonlySet<string>): Readable {
  const sound = <T>(pointer: string, value: T | null): T | undefined =>
    broken.has(pointer) || value === null ? undefined : value;
  return {
    source: sound('/source', event.source),
    subject: sound('/subject', event.subject),
    type: sound('/type', event.type),
    knownAt: sound('/knownat', event.knownAt),
    stage: sound('/data/stage', event.stage),
    area: sound('/data/area', event.area),
    month: sound('/data/occurredOn', event.month),
    other: sound('/data/other', event.other),
    period: sound('/data/period', event.delivered),
    stages: sound('/data/stages', event.delivered?.stages ?? null),
    areas: sound('/data/areas', event.delivered?.areas ?? null),
  };
}
