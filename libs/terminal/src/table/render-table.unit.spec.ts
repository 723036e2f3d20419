import { renderTable } from './render-table';

describe('a table in the terminal', () => {
  it('aligns words left and numbers right, heads of several lines at the bottom', () => {
    const columns = [
      { head: 'Agency' },
      { head: 'rows', align: 'right' as const },
      { head: 'not\nin', align: 'right' as const },
    ];
    const lines = [
      ['youth office', '12', '0'],
      ['schools', '3', '1'],
    ];
    expect(renderTable(columns, lines).split('\n')).toEqual([
      '                    not',
      'Agency        rows   in',
      '────────────  ────  ───',
      'youth office    12    0',
      'schools          3    1',
    ]);
  });

  it('wraps the text that may wrap, and nothing else, where the terminal is narrow', () => {
    const columns = [{ head: 'Id' }, { head: 'Reason', wraps: true }];
    const text = renderTable(columns, [['k1-7', 'No chain defines this stage']], { width: 20 });
    expect(text.split('\n').slice(2)).toEqual(['k1-7  No chain', '      defines this', '      stage']);
  });

  it('breaks a word that is longer than its column', () => {
    const text = renderTable([{ head: 'Id', wraps: true }], [['x'.repeat(30)]], { width: 12 });
    expect(text.split('\n').slice(2)).toEqual(['x'.repeat(12), 'x'.repeat(12), 'x'.repeat(6)]);
  });

  it('puts headings across the table, after an empty line', () => {
    const text = renderTable([{ head: 'n' }], [{ heading: 'Birth year: 2012' }, ['1']]);
    expect(text.split('\n').slice(2)).toEqual(['', 'Birth year: 2012', '1']);
  });

  it('lets nothing through that moves the cursor, clears the screen or turns text around', () => {
    const hostile = '\u001b[2Jgone\u0007\u009b31m\u202eok\r\nnext';
    const text = renderTable([{ head: 'Id' }], [{ heading: hostile }, [hostile]]);
    expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.split('\n')).toHaveLength(5);
  });

  it('counts letters, not bytes or marks, when it aligns', () => {
    const columns = [{ head: 'Gebiet' }, { head: 'n', align: 'right' as const }];
    const [, rule, composed, decomposed] = renderTable(columns, [
      ['Dießem/Lehmhö\u0068e', '1'],
      ['Dießem/Lehmho\u0308he', '1'],
    ]).split('\n');
    expect(composed).toHaveLength(rule?.length ?? 0);
    expect(decomposed).toBe(composed);
  });
});
