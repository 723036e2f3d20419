import { qualityAsCsv, qualityAsJsonStat } from './quality-formats';
import { qualityRows, type QualityCount } from './quality-rows';

const MARCH = 2026 * 12 + 2;
const count = (kind: QualityCount['kind'], n: number, code = ''): QualityCount => ({
  agency: 'youth-office',
  month: MARCH,
  kind,
  code,
  n,
});
const rows = qualityRows([
  { ...count('accepted', 1), month: MARCH + 1 },
  count('fault', 2, 'recording.unknown-stage'),
  count('fault', 1, 'recording.bad-id'),
  count('warning', 3, 'recording.outside-every-window'),
  count('rejected', 2),
  count('duplicate', 4),
  count('accepted', 9),
]);

describe('the data quality of an agency', () => {
  it('is a row a month, in order, with what became no record', () => {
    expect(rows.map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
    expect(rows[0]).toEqual({
      agency: 'youth-office',
      month: '2026-03',
      accepted: 9,
      corrections: 0,
      retractions: 0,
      parked: 0,
      outsideEveryWindow: 3,
      duplicates: 4,
      rejected: 2,
      warnings: { 'recording.outside-every-window': 3 },
      rejections: { 'recording.bad-id': 1, 'recording.unknown-stage': 2 },
    });
  });

  it('has a column in CSV for each warning and each reason of a rejection', () => {
    expect(qualityAsCsv({ position: '9', rows })).toBe(
      'agency,month,accepted,corrections,retractions,parked,outsideEveryWindow,duplicates,rejected,' +
        'recording.outside-every-window,rejected:recording.bad-id,rejected:recording.unknown-stage\r\n' +
        'youth-office,2026-03,9,0,0,0,3,4,2,3,1,2\r\n' +
        'youth-office,2026-04,1,0,0,0,0,0,0,0,0,0\r\n',
    );
  });

  it('is a JSON-stat dataset by agency, month and number', () => {
    const dataset = qualityAsJsonStat({ position: '9', rows }, 'de') as {
      size: number[];
      value: Record<string, number>;
      dimension: { number: { category: { label: Record<string, string> } } };
    };
    expect(dataset.size).toEqual([1, 2, 10]);
    // The sixth number of March, and the last.
    expect([dataset.value['5'], dataset.value['9']]).toEqual([4, 2]);
    expect(dataset.dimension.number.category.label['rejected:recording.bad-id']).toBe(
      'Abgelehnt wegen: recording.bad-id',
    );
  });
});
