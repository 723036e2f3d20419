import { createPool } from '@lueckenlos/platform';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { anAppend, anEvent } from '../../testing/builders';
import type { StreamAppend } from '../../port';
import { PostgresEventStore } from '../postgres-event-store';

const WRITERS = 4;
const STANDARD_OUTPUT = 1;

const [, , url = ''] = process.argv;
const store = new PostgresEventStore(createPool({ url }));

/** Two streams of ten events; ids of its own, because all writers count alike. */
function delivery(): StreamAppend[] {
  return [randomUUID(), randomUUID()].map((name) =>
    anAppend(`case-${name}`, { events: Array.from({ length: 10 }, () => anEvent({ id: randomUUID() })) }),
  );
}

/** Says what was acknowledged before it goes on, without any buffer that would die with the process. */
async function writeForEver(): Promise<never> {
  for (;;) {
    const places = await store.append(delivery(), new Date());
    writeSync(STANDARD_OUTPUT, places.map(({ id, position }) => `${position} ${id}\n`).join(''));
  }
}

void Promise.all(Array.from({ length: WRITERS }, writeForEver));
