import { formatMonth } from '@lueckenlos/chain';
import type { PartnerEvent } from './partner-event';

/** The data as it is stored and given back: what is unknown is left out. */
export function dataOf(event: PartnerEvent): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  if (event.corrects !== null) data.corrects = event.corrects;
  if (event.retracts !== null) data.retracts = event.retracts;
  if (event.reason !== null) data.reason = event.reason;
  if (event.other !== null) data.other = event.other;
  if (event.delivered !== null) {
    const { from, to, stages, areas } = event.delivered;
    data.period = { from: formatMonth(from), to: formatMonth(to) };
    if (stages !== null) data.stages = stages;
    if (areas !== null) data.areas = areas;
  }
  if (event.stage !== null) data.stage = event.stage;
  if (event.month !== null) data.occurredOn = formatMonth(event.month);
  if (event.area !== null) data.area = event.area;
  if (event.povertyRisk !== null) data.povertyRisk = event.povertyRisk;
  return data;
}
