import type { StoredEvent } from '@lueckenlos/event-store';
import type { Bulk, Projection } from '../runner/projection';

/** A projection that looks at events before it takes them, page by page or in a stretch, and may throw. */
export function breaking(
  projection: Projection,
  check: (events: readonly StoredEvent[]) => void,
): Projection {
  const { bulk, ...others } = projection;
  return {
    ...others,
    ...(bulk && { bulk: breakingBulk(bulk, check) }),
    async apply(events, tx) {
      check(events);
      await projection.apply(events, tx);
    },
  };
}

function breakingBulk(bulk: Bulk, check: (events: readonly StoredEvent[]) => void): Bulk {
  return {
    begin() {
      const stretch = bulk.begin();
      const add = stretch.add.bind(stretch);
      return Object.assign(stretch, {
        add(events: readonly StoredEvent[]): void {
          check(events);
          add(events);
        },
      });
    },
    count: (tx, reader) => bulk.count(tx, reader),
  };
}
