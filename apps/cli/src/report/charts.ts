import { formatPercent, type Language } from '@lueckenlos/terminal';
import { escaped } from './html';
import type { CurvePoint } from './published-counts';

/** One bar: a share with its interval; null where too few are counted. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const WIDTH = 720;
const LABELS = 250;
const NUMBERS = 70;
const ROW = 30;
/** Colours with enough contrast on white, for print in grey too. */
const INK = '#1f2933';
const BLUE = '#1d5b8f';
const PALE = '#c9dcec';

/** The shares that reached each stage, one bar below the other, each with its 95 % interval. Decoration: a table says the same. */
export function shareBars(bars: readonly Bar[], language: Language): string {
  const span = WIDTH - LABELS - NUMBERS;
  const x = (share: number): number => round(LABELS + share * span);
  const rows = bars.map(({ label, value, lower, upper }, i) => {
    const y = i * ROW;
    const middle = y + ROW / 2;
    const text = (at: number, content: string, anchor: string): string =>
      `<text x="${at}" y="${middle + 5}" text-anchor="${anchor}">${escaped(content)}</text>`;
    const name = text(LABELS - 10, label, 'end');
    if (value === null || lower === null || upper === null) return name + text(LABELS + 6, '–', 'start');
    return [
      name,
      `<rect x="${LABELS}" y="${y + 6}" width="${round(span)}" height="${ROW - 12}" fill="#f1f4f7"/>`,
      `<rect x="${LABELS}" y="${y + 6}" width="${round(value * span)}" height="${ROW - 12}" fill="${PALE}" stroke="${BLUE}"/>`,
      `<path d="M${x(lower)} ${middle}H${x(upper)}M${x(lower)} ${middle - 5}v10M${x(upper)} ${middle - 5}v10" stroke="${INK}" stroke-width="1.5"/>`,
      text(WIDTH, `${formatPercent(value, language)} %`, 'end'),
    ].join('');
  });
  return svg(bars.length * ROW, rows.join(''));
}

const PLOT = { left: 46, right: 8, top: 10, bottom: 34, height: 190 };

/** A share that grows with age, with its 95 % band; months since birth below. Decoration: a table says the same. */
export function curveChart(points: readonly CurvePoint[], age: string): string {
  const months = Math.max(12, Math.ceil((points.at(-1)?.t ?? 0) / 12) * 12);
  const { left, right, top, bottom, height } = PLOT;
  const x = (t: number): number => round(left + (t / months) * (WIDTH - left - right));
  const y = (share: number): number => round(top + (1 - share) * (height - top - bottom));
  const steps = (share: (point: CurvePoint) => number): string =>
    points
      .map(
        (point, i) =>
          `${i === 0 ? `${x(0)} ${y(0)}H` : ''}${i === 0 ? '' : 'H'}${x(point.t)}V${y(share(point))}`,
      )
      .join('');
  const back = points
    .toReversed()
    .map(({ t, lower }) => `V${y(lower)}H${x(t)}`)
    .join('');
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path d="M${left} ${y(share)}H${WIDTH - right}" stroke="#d5dbe1"/><text x="${left - 6}" y="${y(share) + 5}" text-anchor="end">${share * 100} %</text>`,
  );
  const every = months > 120 ? 24 : 12;
  const ticks = Array.from({ length: Math.floor(months / every) + 1 }, (_, i) => i * every).map(
    (t) => `<text x="${x(t)}" y="${height - bottom + 16}" text-anchor="middle">${t / 12}</text>`,
  );
  const band =
    points.length === 0
      ? ''
      : `<path d="M${steps(({ upper }) => upper)}${back}V${y(0)}Z" fill="${PALE}" stroke="none"/>`;
  const line =
    points.length === 0
      ? ''
      : `<path d="M${steps(({ value }) => value)}" fill="none" stroke="${BLUE}" stroke-width="2"/>`;
  const title = `<text x="${WIDTH - right}" y="${height - 3}" text-anchor="end">${escaped(age)}</text>`;
  return svg(height, [...grid, band, line, ...ticks, title].join(''));
}

function svg(height: number, content: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true" focusable="false">${content}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
