import type { SizeFigures } from './size-figures';

/** The figures as a table for people; ratios compare within the run. */
export function renderReport(report: readonly SizeFigures[]): string {
  const rows: string[][] = [['', ...report.map(({ size }) => `${size} × demo`)]];
  const add = (name: string, read: (figures: SizeFigures) => string): void => {
    rows.push([name, ...report.map(read)]);
  };
  add('events', ({ imported }) => String(imported.accepted));
  add('import over HTTP, rows/s', ({ imported }) => (imported.rows / imported.importSeconds).toFixed(0));
  add('  of bare COPY', ({ imported }) => {
    const copied = imported.accepted / imported.copySeconds;
    return (imported.rows / imported.importSeconds / copied).toFixed(2);
  });
  add('upload to figures, s', ({ imported }) => imported.caughtUpSeconds.toFixed(1));
  add('peak memory of the server, MB', ({ imported }) => String(imported.peakMemoryMB));
  add('rebuild, events/s', ({ catchUp }) => (catchUp.events / catchUp.rebuildSeconds).toFixed(0));
  add('  of bare page reads', ({ catchUp }) => (catchUp.pageReadSeconds / catchUp.rebuildSeconds).toFixed(2));
  const first = report[0]?.questions ?? [];
  first.forEach(({ question }, i) => {
    add(`drop-offs ${question}, p50 / p95 ms`, ({ questions }) => {
      const figures = questions[i];
      return `${figures?.p50ms.toFixed(1)} / ${figures?.p95ms.toFixed(1)}`;
    });
  });
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ');
  return `${rows.map(line).join('\n')}\n`;
}
