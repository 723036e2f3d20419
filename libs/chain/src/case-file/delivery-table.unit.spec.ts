import fc from 'fast-check';
import { DELIVERY_KINDS, deliveryFrom, type FiledDelivery } from './case-file';
import { DeliveryTable, NO_ROW } from './delivery-table';

const text = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
const deliveries = fc.record({
  caseId: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...DELIVERY_KINDS),
  source: fc.constantFrom('/agencies/a', '/agencies/b'),
  id: text,
  knownAt: fc.integer({ min: -5e12, max: 5e12 }),
  position: fc.maxSafeNat(),
  month: fc.nat(40_000),
  stage: fc.option(text),
  area: fc.option(text),
  povertyRisk: fc.option(fc.boolean()),
  target: text,
});

describe('a table of deliveries', () => {
  it('gives back what was delivered about each case, in order, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(deliveries, { maxLength: 40 }), (delivered) => {
        const table = new DeliveryTable();
        const last = new Map<string, number>();
        const expected = new Map<string, FiledDelivery[]>();
        for (const parts of delivered) {
          const delivery = deliveryFrom(parts);
          last.set(parts.caseId, table.add(delivery, last.get(parts.caseId) ?? NO_ROW));
          expected.set(parts.caseId, [...(expected.get(parts.caseId) ?? []), delivery]);
        }
        for (const [caseId, row] of last) {
          expect(table.deliveriesOf(caseId, row)).toEqual(expected.get(caseId));
        }
      }),
    );
  });

  it('goes on past the rows of one block', () => {
    const table = new DeliveryTable();
    const parts = {
      caseId: 'a',
      kind: 'moved-in',
      source: '/agencies/a',
      knownAt: 1,
      month: 24_000,
    } as const;
    const none = { stage: null, area: null, povertyRisk: null, target: null };
    const count = 40_000;
    let row = NO_ROW;
    for (let position = 1; position <= count; position++) {
      row = table.add(deliveryFrom({ ...parts, ...none, id: `r${position}`, position }), row);
    }
    const found = table.deliveriesOf('a', row).map(({ id, position }) => `${id} ${position}`);
    expect(found).toEqual(Array.from({ length: count }, (_, i) => `r${i + 1} ${i + 1}`));
  });
});
