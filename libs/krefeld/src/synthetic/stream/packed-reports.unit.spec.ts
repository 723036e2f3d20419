import * as fc from 'fast-check';
import { REASONS, REPORT_KINDS, type Report } from '../reporting/report';
import { PackedReports } from './packed-reports';

const word = fc.integer({ min: 0, max: 0xffffffff });
const serial = fc.integer({ min: 1, max: 0xffff });
const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);

const anyReport: fc.Arbitrary<Report> = fc.record({
  kind: fc.constantFrom(...REPORT_KINDS),
  caseKey: fc.tuple(word, word),
  serial,
  known: fc.integer({ min: 0, max: 4_000_000_000 }),
  statement: fc.option(
    fc.record({
      stage: orNull(['birth', 'follow_on', 'j1']),
      month: fc.integer({ min: 1900 * 12, max: 2200 * 12 }),
      area: orNull(['010', '190']),
      povertyRisk: orNull([true, false]),
    }),
  ),
  target: fc.option(fc.record({ serial, lost: fc.boolean() })),
  reason: orNull(REASONS),
});

function packed(reports: readonly Report[]): Report[] {
  const waiting = new PackedReports();
  for (const report of reports) waiting.add(report);
  return [...waiting.inOrder()];
}

describe('packed reports', () => {
  it('come out as they went in', () => {
    fc.assert(fc.property(anyReport, (report) => expect(packed([report])).toEqual([report])));
  });

  it('come out all, in order of their known instants', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 60 }), (reports) => {
        const known = packed(reports).map((report) => report.known);
        expect(known).toEqual(reports.map((report) => report.known).sort((a, b) => a - b));
      }),
    );
  });
});
