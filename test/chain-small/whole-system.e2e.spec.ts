import { createHash } from 'node:crypto';
import { headOf, importLines } from '../system/deliver';
import { jsonOf } from '../system/json';
import { startSystem, type RunningSystem } from '../system/start-system';
import { apiTables } from './api-tables';
import { clocks, example, expectedTable, TABLES } from './example';

// A cluster on a slow machine takes minutes.
jest.setTimeout(600_000);

const SEED = process.env['SEED'] ?? '1';

/** An order that depends on the seed alone. */
function shuffled(lines: readonly string[]): string[] {
  const key = (line: string): string => createHash('sha256').update(`${SEED} ${line}`).digest('hex');
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** How the lines of the example may come in; whatever the way, the same tables must come out. */
const WAYS: readonly { way: string; deliver: (system: RunningSystem) => Promise<void> }[] = [
  { way: 'as one file', deliver: (system) => importLines(system, example.lines()) },
  {
    way: `as two compressed files of shuffled lines (seed ${SEED}), one of them delivered twice`,
    deliver: async (system) => {
      const lines = shuffled(example.lines());
      const first = lines.slice(0, 3_000);
      for (const part of [first, lines.slice(3_000), first]) await importLines(system, part, true);
    },
  },
  {
    way: 'as batches, the last one first',
    deliver: async (system) => {
      const lines = example.lines();
      for (let end = lines.length; end > 0; end -= 997)
        await postBatch(system, lines.slice(Math.max(0, end - 997), end));
    },
  },
];

describe.each(WAYS)('the worked example through the whole system $way', ({ deliver }) => {
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem();
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
    await deliver(system);
  });
  afterAll(() => system.stop());

  it('gives every table at every pair of clocks', async () => {
    const head = await headOf(system);
    for (const at of clocks()) {
      const tables = await apiTables(system, at, head);
      for (const name of TABLES)
        expect([at, name, tables[name]]).toEqual([at, name, expectedTable(name, at)]);
    }
  });
});

async function postBatch(system: RunningSystem, lines: readonly string[]): Promise<void> {
  const answer = await system.send('data-migration', 'POST', '/v1/events', `[${lines.join(',')}]`, {
    type: 'application/cloudevents-batch+json',
  });
  expect(await jsonOf(answer)).toMatchObject({ rejected: 0 });
}
