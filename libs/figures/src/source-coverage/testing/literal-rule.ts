import { parseMonth, type AnnouncedDelivery, type DeliveryStatement, type Month } from '@lueckenlos/chain';

/** A calendar, and since when it is known. */
export interface Announced {
  readonly agency: string;
  readonly knownAt: number;
  readonly deliveries: readonly AnnouncedDelivery[];
}

interface Said extends DeliveryStatement {
  readonly agency: string;
}

interface World {
  readonly announced: readonly Announced[];
  readonly said: readonly Said[];
}

interface Deadline {
  readonly stage: string;
  readonly area: string | null;
  readonly deadline: Month;
}

/**
 * The rule on silent sources spelled out, month by month: a deadline is unconfirmed if some agency, by its last calendar
 * known, announces the stage in the area (an unknown area may be any), from a month on that is not after the deadline, and
 * has not completed each month from there to the deadline.
 */
export function isUnconfirmed(deadline: Deadline, { announced, said }: World, before: number): boolean {
  const known = announced.filter(({ knownAt }) => knownAt < before);
  return known.some((calendar) => {
    const { agency, knownAt, deliveries } = calendar;
    if (known.some((later) => later.agency === agency && later.knownAt > knownAt)) return false;
    const statements = said.filter((one) => one.agency === agency && one.knownAt < before);
    return deliveries.some((delivery) => leavesOpen(delivery, deadline, statements));
  });
}

function leavesOpen(
  { stages, areas, from, until }: AnnouncedDelivery,
  { stage, area, deadline }: Deadline,
  statements: readonly Said[],
): boolean {
  if (!stages.includes(stage)) return false;
  const concerned = areas === undefined ? [null] : areas.filter((one) => area === null || one === area);
  const end = Math.min(deadline, until === undefined ? Infinity : (parseMonth(until) ?? NaN));
  for (let month = parseMonth(from) ?? NaN; month <= end; month++) {
    if (concerned.some((one) => !isCompleted(stage, one, month, statements))) return true;
  }
  return false;
}

function isCompleted(stage: string, area: string | null, month: Month, statements: readonly Said[]): boolean {
  const about = statements.filter(
    ({ stages, areas, from, to }) =>
      from <= month &&
      month <= to &&
      (stages === null || stages.includes(stage)) &&
      (areas === null || (area !== null && areas.includes(area))),
  );
  const last = about.reduce<Said | null>(
    (rival, one) =>
      rival && (rival.knownAt > one.knownAt || (rival.knownAt === one.knownAt && rival.id > one.id))
        ? rival
        : one,
    null,
  );
  return last?.kind === 'delivery-completed';
}
