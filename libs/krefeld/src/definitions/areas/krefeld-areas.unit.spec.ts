import { checkAreas } from '@lueckenlos/chain';
import { KREFELD_AREAS, MUNICIPALITY_CODE } from './krefeld-areas';

describe('the shipped areas', () => {
  it.each(KREFELD_AREAS)('from $validFrom are a hierarchy that the intake takes', (hierarchy) => {
    expect(checkAreas(hierarchy)).toEqual([]);
  });

  it('are 19 Stadtteile under nine Stadtbezirke until October 2025 and under five since', () => {
    const levels = KREFELD_AREAS.map(({ validFrom, areas }) => ({
      validFrom,
      stadtbezirke: areas.filter((area) => area.kind === 'stadtbezirk').length,
      stadtteile: areas.filter((area) => area.kind === 'stadtteil').length,
    }));
    expect(levels).toEqual([
      { validFrom: '1900-01', stadtbezirke: 9, stadtteile: 19 },
      { validFrom: '2025-11', stadtbezirke: 5, stadtteile: 19 },
    ]);
  });

  it.each(KREFELD_AREAS)('from $validFrom have unique codes and lead up to the municipality', ({ areas }) => {
    const byCode = new Map(areas.map((area) => [area.code, area]));
    expect(byCode.size).toBe(areas.length);
    for (const area of areas) {
      const above = { municipality: null, stadtbezirk: 'municipality', stadtteil: 'stadtbezirk' }[area.kind];
      expect(area.parent === null ? null : byCode.get(area.parent)?.kind).toBe(above);
    }
    expect(areas.filter((area) => area.parent === null).map((area) => area.code)).toEqual([
      MUNICIPALITY_CODE,
    ]);
  });

  it.each(KREFELD_AREAS)('from $validFrom leave no Stadtbezirk empty', ({ areas }) => {
    const parents = new Set(areas.filter((area) => area.kind === 'stadtteil').map((area) => area.parent));
    expect(parents.size).toBe(areas.filter((area) => area.kind === 'stadtbezirk').length);
  });

  it('never give a code of the nine Stadtbezirke to one of the five', () => {
    const codes = KREFELD_AREAS.map(
      ({ areas }) => new Set(areas.filter((area) => area.kind === 'stadtbezirk').map((area) => area.code)),
    );
    expect([...codes[0]!].filter((code) => codes[1]!.has(code))).toEqual([]);
  });
});
