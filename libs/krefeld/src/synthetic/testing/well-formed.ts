import { FACT_KINDS, parseMonth } from '@lueckenlos/chain';
import { CHECK_UP_CHAIN, LIFE_CHAIN, STADTTEILE } from '../../definitions';
import type { SyntheticEvent } from '../stream/synthetic-event';

/** The types of events that state a fact. */
export const SYNTHETIC_TYPES = new Map(FACT_KINDS.map((kind) => [`lueckenlos.${kind}.v1`, kind]));

const MEMBERS = 'data,id,knownat,source,specversion,subject,type';
const STAGES = new Set(
  [LIFE_CHAIN, CHECK_UP_CHAIN].flatMap((c) => c.versions.flatMap((v) => v.stages)).map((s) => s.id),
);
const AREAS = new Set(STADTTEILE.map(({ code }) => code));

/** What the intake would refuse about an event; empty if nothing. */
export function faultsOf(event: SyntheticEvent): string[] {
  const checks: Record<string, boolean> = {
    members: Object.keys(event).sort().join() === MEMBERS,
    specversion: event.specversion === '1.0',
    id: /^.{1,128}$/.test(event.id),
    source: event.source === '/agencies/data-migration',
    subject: /^[A-Za-z0-9_-]{1,128}$/.test(event.subject),
    knownat:
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(event.knownat) && !Number.isNaN(Date.parse(event.knownat)),
    data: isData(event),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}

function isData({ type, data }: SyntheticEvent): boolean {
  if (type === 'lueckenlos.retracted.v1') {
    return Object.keys(data).join() === 'retracts,reason' && 'reason' in data && data.reason.length > 0;
  }
  if ('retracts' in data) return false;
  const { occurredOn, area, povertyRisk, stage } = data;
  const stated =
    parseMonth(occurredOn) !== null &&
    (area === null || AREAS.has(area)) &&
    (povertyRisk === null || typeof povertyRisk === 'boolean') &&
    (stage === undefined || STAGES.has(stage));
  if (type === 'lueckenlos.corrected.v1') return stated && 'corrects' in data;
  return (
    stated && SYNTHETIC_TYPES.has(type) && (stage !== undefined) === (type === 'lueckenlos.stage-reached.v1')
  );
}
