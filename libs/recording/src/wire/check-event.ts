import type { Fault } from '@lueckenlos/platform';
import { isPartnerType } from './event-types';
import { DATA_CLASSES, envelopeOf } from './event.dto';
import type { EventClass } from './follows.decorator';
import { normalise } from './normalise';
import type { PartnerEvent } from './partner-event';
import type { Context, Readable } from './rules/context-rule';
import { forbiddenIn, wrongIn } from './rules/context-rules';
import type { ShapeCheck } from './shape/shape-check';
import { MAX_FAULTS, shapeFaults, type ShapeFault } from './shape/shape-faults';

/** An event, or everything that is wrong with what was sent. */
export type CheckedEvent =
  | { readonly event: PartnerEvent; readonly faults?: undefined }
  | { readonly event?: undefined; readonly faults: readonly Fault[]; readonly id: string | null };

type Sent = Readonly<Record<string, unknown>>;

/** Checks any JSON value. It never throws: what is wrong is said, all of it at once. */
export function checkEvent(value: unknown, shape: ShapeCheck, context: Context): CheckedEvent {
  if (!isObject(value)) return { faults: [{ code: 'recording.not-an-object', pointer: '' }], id: null };
  const { type, data } = value;
  let inShape = inspect(shape, envelopeOf(type), value, '');
  if (isPartnerType(type) && isObject(data))
    inShape = inShape.concat(inspect(shape, DATA_CLASSES[type], data, '/data'));
  const broken = inShape.length === 0 ? NOTHING : new Set(inShape.map(({ pointer }) => pointer));

  const event = normalise(isObject(data) ? value : { ...value, data: {} });
  const said = readable(event, broken);
  const forbidden = forbiddenIn(said, context);
  const wrong = wrongIn(said, context);
  if (forbidden.length + inShape.length + wrong.length === 0) return { event };
  const faults = [...forbidden, ...inShape, ...wrong];
  return { faults: faults.slice(0, MAX_FAULTS), id: broken.has('/id') ? null : event.id };
}

const SOUND: readonly ShapeFault[] = [];
const NOTHING: ReadonlySet<string> = new Set();

function inspect(shape: ShapeCheck, type: EventClass, part: Sent, path: string): readonly ShapeFault[] {
  const verdict = shape(type, part);
  return verdict.sound ? SOUND : shapeFaults(type, part, verdict, path);
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only what is sound by itself is judged further, so that nothing is blamed twice. */
function readable(event: PartnerEvent, broken: ReadonlySet<string>): Readable {
  const sound = <T>(pointer: string, value: T | null): T | undefined =>
    value === null || broken.has(pointer) ? undefined : value;
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
