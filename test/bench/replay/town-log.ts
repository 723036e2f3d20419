import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID } from '@lueckenlos/krefeld';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface Event {
  readonly stream: string;
  readonly knownAt: string;
}

/** Writes the log that the intake keeps of a town, line by line as `GET /v1/log` gives it. */
export async function writeLog(town: string, file: string): Promise<void> {
  const revisions = new Map<string, number>();
  async function* lines(): AsyncGenerator<string> {
    let position = 0;
    for await (const event of eventsOf(town)) {
      const { stream, knownAt } = event;
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      const place = { position: String(++position), revision: String(revision), recordedAt: knownAt };
      yield `${JSON.stringify({ ...event, ...place })}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

async function* eventsOf(town: string): AsyncGenerator<Event> {
  const own = { specversion: '1.0', source: '/lueckenlos', knownAt: '2005-01-01T00:00:00.000Z' };
  const areas = { ...own, type: 'lueckenlos.areas-defined.v1', stream: `areas-${AREAS_ID}` };
  for (const edition of KREFELD_AREAS)
    yield { ...areas, data: { municipality: AREAS_ID, ...edition } } as Event;
  const chain = { ...own, type: 'lueckenlos.chain-defined.v1', stream: `chain-${LIFE_CHAIN_ID}` };
  yield { ...chain, data: { chain: LIFE_CHAIN_ID, ...LIFE_CHAIN } } as Event;
  for await (const line of createInterface({ input: createReadStream(town) })) {
    const { knownat, ...event } = JSON.parse(line) as { subject: string; knownat: string };
    yield { ...event, stream: `case-${event.subject}`, knownAt: knownat };
  }
}
