import { isMet, type Figure, type PartReport } from './figure';

/** The figures as a table for people, part by part. */
export function renderReport(reports: readonly PartReport[]): string {
  const names = reports.flatMap(({ figures }) => figures.map(({ name }) => name.length));
  const width = Math.max(0, ...names);
  return reports.map((report) => renderPart(report, width)).join('\n');
}

function renderPart({ part, figures, notes = [] }: PartReport, width: number): string {
  const rows = figures.map((figure) => {
    const cells = [figure.name.padEnd(width), numberOf(figure).padStart(10), figure.unit.padEnd(10)];
    return `  ${cells.join('  ')}  ${verdictOn(figure)}`.trimEnd();
  });
  return `${[part, ...rows, ...notes.map((note) => `  (${note})`)].join('\n')}\n`;
}

function numberOf({ value, unit }: Figure): string {
  if (unit === 'ratio') return value.toFixed(2);
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

function verdictOn(figure: Figure): string {
  const { target } = figure;
  if (!target) return '';
  const wanted = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return `${wanted}: ${isMet(figure) ? 'met' : 'MISSED'}`;
}
