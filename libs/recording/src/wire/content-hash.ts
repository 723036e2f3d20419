import { hash } from 'node:crypto';
import type { Delivered, PartnerEvent } from './partner-event';

/**
 * SHA-256 (hex) over what makes two deliveries of one id the same: type, subject, knownat and data, after the day is
 * dropped and with null for what is absent. A list in a fixed order needs no further canonical form.
 */
export function contentHash(event: PartnerEvent): string {
  const content: unknown[] = [
    event.type,
    event.subject,
    event.knownAt,
    event.month,
    event.stage,
    event.area,
    event.povertyRisk,
    event.corrects,
    event.retracts,
    event.reason,
  ];
  // Only where it is said: what was stored before there were these members keeps its hash.
  if (event.other !== null) content.push(event.other);
  if (event.delivered !== null) content.push(...deliveredContent(event.delivered));
  return hash('sha256', JSON.stringify(content), 'hex');
}

function deliveredContent({ from, to, stages, areas }: Delivered): unknown[] {
  return [from, to, stages, areas];
}
