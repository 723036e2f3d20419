import { compareCodePoints, type AnnouncedDelivery, type DeliveryCalendar } from '@lueckenlos/chain';

/** One form for one content, as with other definitions: members in a fixed order, names by code points. */
export function normalCalendar({ deliveries }: DeliveryCalendar): DeliveryCalendar {
  return { deliveries: deliveries.map(normalDelivery) };
}

function normalDelivery(delivery: AnnouncedDelivery): AnnouncedDelivery {
  const { stages, areas, rhythm, from, until, dueWithinMonths } = delivery;
  return {
    stages: sorted(stages),
    ...(areas === undefined ? {} : { areas: sorted(areas) }),
    rhythm,
    from,
    ...(until === undefined ? {} : { until }),
    dueWithinMonths,
  };
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort(compareCodePoints);
}
