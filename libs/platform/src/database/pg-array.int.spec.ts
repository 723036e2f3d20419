import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import * as fc from 'fast-check';
import { binaryTextArray, byteaArray, jsonArray, plainArray, textArray } from './pg-array';

const unit = fc.oneof(
  fc.constantFrom('"', '\\', ',', '{', '}', ' ', '\n', '\t', '\u0001'),
  fc.string({ unit: 'grapheme', maxLength: 1 }),
);
const text = fc.oneof(
  fc.string({ unit }).filter((t) => !t.includes('\0')),
  fc.constantFrom('', 'NULL', 'null'),
);

describe('Arrays as PostgreSQL reads them', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const throughDatabase = async (type: string, literal: string | Buffer): Promise<unknown> => {
    const { rows } = await database.pool.query<{ back: unknown }>(`SELECT to_json($1::${type}[]) AS back`, [
      literal,
    ]);
    return rows[0]?.back;
  };

  it('bring back every text and every null', async () => {
    const texts = fc.array(fc.option(text));
    await fc.assert(
      fc.asyncProperty(texts, async (t) => expect(await throughDatabase('text', textArray(t))).toEqual(t)),
    );
  });

  it('bring back every text in their binary form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (t) =>
        expect(await throughDatabase('text', binaryTextArray(t))).toEqual(t),
      ),
    );
  });

  it('bring back every JSON value', async () => {
    const values = fc.array(fc.dictionary(text, text));
    await fc.assert(
      fc.asyncProperty(values, async (v) => expect(await throughDatabase('jsonb', jsonArray(v))).toEqual(v)),
    );
  });

  it('bring back all bytes', async () => {
    const values = fc.array(fc.uint8Array({ maxLength: 300 }));
    const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
    await fc.assert(
      fc.asyncProperty(values, async (v) =>
        expect(await throughDatabase('bytea', byteaArray(v))).toEqual(v.map(hex)),
      ),
    );
  });

  it('bring back numbers', async () => {
    expect(await throughDatabase('bigint', plainArray([-2n, 0, 7]))).toEqual([-2, 0, 7]);
    expect(await throughDatabase('bigint', plainArray([]))).toEqual([]);
  });
});
