import type { ChainBody } from '@lueckenlos/chain';
import { MemoryEventStore, type EventStore } from '@lueckenlos/event-store';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../../testing/sample-definitions';
import { DefinitionCatalogue } from './definition-catalogue';
import { AREAS_DEFINED, CHAIN_DEFINED, definitionEvent, type Definition } from './definition-event';

const NOW = new Date('2026-03-15T12:00:00Z');
const sample = SAMPLE_CHAIN as ChainBody;

function chain(id: string, stage: string): Definition {
  const versions = sample.versions.map((version) => ({
    ...version,
    stages: version.stages.flatMap((one) => (one.id === 'birth' ? [one, { ...one, id: stage }] : [one])),
  }));
  const data = { chain: id, title: sample.title, versions };
  return { stream: `chain-${id}`, type: CHAIN_DEFINED, data, definedBy: 'x' };
}
const areas: Definition = {
  stream: 'areas-m',
  type: AREAS_DEFINED,
  data: { municipality: 'm', ...SAMPLE_AREAS },
  definedBy: 'x',
};

async function define(store: EventStore, definition: Definition, revision = 0n): Promise<void> {
  const events = [definitionEvent(definition, revision, NOW)];
  await store.append(
    [{ stream: definition.stream, expected: revision - 1n < 0n ? 'noStream' : revision - 1n, events }],
    NOW,
  );
}

describe('the catalogue of definitions', () => {
  it('knows the stages of all definitions, earlier ones included, and all areas', async () => {
    const store = new MemoryEventStore();
    const catalogue = new DefinitionCatalogue(store);
    await define(store, chain('a', 'old'));
    await define(store, chain('a', 'new'), 1n);
    await define(store, areas);
    expect(catalogue.stages().has('old')).toBe(false);
    await catalogue.refresh();
    expect([...catalogue.stages()]).toEqual(expect.arrayContaining(['old', 'new', 'birth']));
    expect([...catalogue.areas()]).toEqual(['T', '010']);
    expect(catalogue.chains()[0]?.versions[0]?.stages.map(({ id }) => id)).not.toContain('old');
  });

  it('shows whoever asks for a refresh everything that was stored before they asked', async () => {
    const store = new MemoryEventStore();
    const catalogue = new DefinitionCatalogue(store);
    const first = catalogue.refresh();
    await define(store, areas);
    await Promise.all([catalogue.refresh(), catalogue.refresh(), first]);
    expect(catalogue.areas().has('010')).toBe(true);
  });

  it('reads on after a reading that failed', async () => {
    const store = new MemoryEventStore();
    await define(store, areas);
    const read = store.readCategory.bind(store);
    store.readCategory = () => Promise.reject(new Error('away'));
    const catalogue = new DefinitionCatalogue(store);
    await expect(catalogue.refresh()).rejects.toThrow('away');
    store.readCategory = read;
    await catalogue.refresh();
    expect(catalogue.areas().has('T')).toBe(true);
  });
});
