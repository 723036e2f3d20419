import { STATUSES } from '@lueckenlos/chain';
import { wilson } from '@lueckenlos/statistics';
import { LAYOUTS } from './layouts';
import { renderDropOffs, type DropOffsToRender } from './render-drop-offs';

const chain = {
  title: { en: 'Prevention chain', de: 'Präventionskette' },
  stages: [
    { id: 'birth', title: { en: 'Birth', de: 'Geburt' } },
    { id: 'kita', title: { en: 'Day-care entry', de: 'Eintritt in die Kita' } },
    { id: 'exam', title: { en: 'School-entry examination', de: 'Schuleingangsuntersuchung' } },
  ],
};
const kita = {
  stage: 'kita',
  counts: {
    reached_on_time: 1_200,
    reached_late: 31,
    recovered: 7,
    skipped_open: 1,
    skipped: 2,
    pending: 40,
    overdue: 5,
    lost: 60,
    lost_moved_out: 8,
    lost_died: 1,
    censored_moved_out: 90,
    censored_died: 3,
    not_observed: 77,
  },
  reachedShare: wilson(1_231, 1_300),
};
const birth = { stage: 'birth', counts: { reached_on_time: 1_525 }, reachedShare: wilson(0, 0) };

function rendered(changes: Partial<DropOffsToRender> = {}): string[] {
  const scope = { present: 1_300, moved_out: 221, died: 4, no_birth_known: 2, never_present: 6 };
  const figure = { chain, rows: [kita, birth], scope, asOf: '2026-06', position: '4711' };
  return renderDropOffs({ ...figure, language: 'en', ...changes }).split('\n');
}

function lineOf(title: string, lines: readonly string[]): string[] {
  return (lines.find((line) => line.startsWith(title)) ?? '').split(/ {2,}/);
}

describe('the drop-off table in the terminal', () => {
  it('shows for a stage what became of every child, and the share with interval and base', () => {
    expect(lineOf('Day-care entry', rendered())).toEqual([
      'Day-care entry',
      ...['1,200', '31', '7', '3', '40', '5', '69', '90', '3', '77'],
      ...['94.7', '93.3–95.8', '1,300'],
    ]);
  });

  it('writes heads, titles and numbers in German', () => {
    const lines = rendered({ language: 'de' });
    expect(lineOf('Eintritt in die Kita', lines).slice(-3)).toEqual(['94,7', '93,3–95,8', '1.300']);
    expect(lines[0]).toBe('Präventionskette · Stand Ende 2026-06 · Position im Log 4711');
    expect(lines.join('\n')).toContain('fortgezogen');
  });

  it('keeps the order of the chain, whatever the order of the rows', () => {
    const titles = rendered().filter((line) => /^(Birth|Day-care)/.test(line));
    expect(titles.map((line) => line.split('  ')[0])).toEqual(['Birth', 'Day-care entry']);
  });

  it('draws a dash where no window has closed, not a share of nothing', () => {
    expect(lineOf('Birth', rendered()).slice(-3)).toEqual(['–', '–', '0']);
  });

  it('says both clocks and whom the table is about', () => {
    const lines = rendered({ knownBefore: '2026-07-01T00:00:00.000Z' });
    expect(lines[0]).toContain('known before 2026-07-01T00:00:00.000Z');
    expect(lines).toContain('In scope: 1,525 (1,300 live here, 221 moved away, 4 died)');
    expect(lines).toContain('Counted apart: 2 without a known birth, 6 never lived here');
  });

  it('puts each group under a heading', () => {
    const group = (birthYear: number) => ({ birthYear, area: '050', povertyRisk: true });
    const lines = rendered({
      rows: [2012, 2013].map((year) => ({ ...group(year), ...kita })),
      areaName: (code) => (code === '050' ? 'Dießem/Lehmheide' : undefined),
    });
    expect(lines).toContain('Birth year: 2012 · Area: 050 Dießem/Lehmheide · Poverty risk: yes');
    expect(lines).toContain('Birth year: 2013 · Area: 050 Dießem/Lehmheide · Poverty risk: yes');
  });

  it.each([200, 120, 100, 80])('fits into a terminal of %i characters', (width) => {
    for (const language of ['de', 'en'] as const) {
      const rows = [...[kita, birth], { ...kita, stage: 'exam' }];
      const widest = Math.max(
        ...rendered({ rows, width, language })
          .slice(2)
          .map(({ length }) => length),
      );
      expect(widest).toBeLessThanOrEqual(width);
    }
  });

  it('says so when there is no case', () => {
    expect(rendered({ rows: [] })).toContain('No case is in scope.');
  });
});

describe('a layout', () => {
  it.each(LAYOUTS)('counts every status in exactly one column', ({ counts }) => {
    expect(counts.flatMap(({ statuses }) => statuses).sort()).toEqual([...STATUSES].sort());
  });
});
