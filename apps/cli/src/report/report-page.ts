import { stagesInOrder, type StageDefinition } from '@lueckenlos/chain';
import { cubeNamed, type Coordinate, type ProtectedShare } from '@lueckenlos/disclosure';
import { formatCount, formatPercent, type Language } from '@lueckenlos/terminal';
import { fill } from '../language/fill';
import { methodSheet } from '../releases/method-sheet';
import type { ReleaseContent } from '../releases/release-content';
import { curveChart, shareBars } from './charts';
import { escaped, figure, paragraph, section, table } from './html';
import { PublishedCounts } from './published-counts';
import { STYLE } from './style';
import { STATUS_COLUMNS, TEXTS } from './texts';

const TOWN = 'drop-offs:all';

/** A release as one HTML page that needs nothing else: for a screen, and for paper. The same release gives the same page. */
export function reportPage(content: ReleaseContent, language: Language): string {
  return new Report(content, language).page();
}

class Report {
  private readonly counts: PublishedCounts;
  /** The birth itself is reached by everybody. */
  private readonly stages: readonly StageDefinition[];

  constructor(
    private readonly content: ReleaseContent,
    private readonly language: Language,
  ) {
    this.counts = new PublishedCounts(content);
    this.stages = stagesInOrder(content.definitions.chain).filter(({ id }) => id !== 'birth');
  }

  page(): string {
    const { terms, definitions } = this.content;
    const title = `${definitions.chain.title[this.language]}: ${terms.label}`;
    const parts = [
      this.header(title),
      this.inShort(),
      this.funnel(),
      this.statuses(),
      this.groups(),
      this.curves(),
      this.method(),
    ];
    return [
      '<!doctype html>',
      `<html lang="${this.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<style>${STYLE}</style></head><body><main>`,
      ...parts,
      '</main></body></html>',
      '',
    ].join('\n');
  }

  private header(title: string): string {
    const { id, asOf, publishedAt, withdrawn } = this.content.terms;
    const notice = withdrawn
      ? `<p class="notice withdrawn">${escaped(`${this.text('withdrawn')} ${withdrawn.reason}`)}</p>`
      : '';
    const meta = [
      this.text('asOf', { month: this.month(asOf) }),
      this.text('release', { id, at: this.day(publishedAt) }),
    ];
    return `<header><h1>${escaped(title)}</h1><p class="meta">${escaped(meta.join(' · '))}</p>${notice}</header>`;
  }

  private inShort(): string {
    const of = (value: string): number => this.counts.count(TOWN, [], 'scope', '', value);
    const inScope = of('present') + of('moved_out') + of('died');
    const shares = this.stages.map((stage) => ({
      stage,
      value: this.counts.share(TOWN, [], stage.id).value,
    }));
    const [worst] = shares
      .flatMap(({ stage, value }) => (value === null ? [] : [{ stage, value }]))
      .sort((a, b) => a.value - b.value);
    const scope = this.text('inScope', { n: this.number(inScope), present: this.number(of('present')) });
    const least = worst
      ? [this.text('worst', { stage: worst.stage.title[this.language], share: this.percent(worst.value) })]
      : [];
    return section(
      this.text('inShort'),
      ...[scope, ...least].map(paragraph),
      `<p class="notice">${escaped(this.text('notAdditive'))}</p>`,
    );
  }

  private funnel(): string {
    const rows = this.stages.map(({ id, title }) => ({
      label: title[this.language],
      share: this.counts.share(TOWN, [], id),
    }));
    const bars = rows.map(({ label, share: { value, lower, upper } }) => ({ label, value, lower, upper }));
    const heads = [this.text('stage'), this.text('share'), this.text('interval'), this.text('closed')];
    return section(
      this.text('funnel'),
      figure(shareBars(bars, this.language), this.text('funnelCaption')),
      table(
        this.text('byGroup'),
        heads,
        rows.map(({ label, share }) => [
          label,
          this.shown(share),
          this.interval(share),
          this.number(share.n),
        ]),
      ),
    );
  }

  private statuses(): string {
    const rows = this.stages.map(({ id, title }) => [
      title[this.language],
      ...STATUS_COLUMNS.map(({ status }) => this.number(this.counts.count(TOWN, [], 'status', id, status))),
    ]);
    const heads = [this.text('stage'), ...STATUS_COLUMNS.map(({ head }) => head[this.language])];
    return section(this.text('statuses'), scrolled(table(this.text('counted'), heads, rows)));
  }

  /** Tables with one breakdown: by poverty risk, by areas of each level with several, by birth year. */
  private groups(): string {
    const tables = this.content.terms.cubes
      .map((name) => ({ name, cube: cubeNamed(name) }))
      .flatMap(({ name, cube }) => {
        const [by] = cube.by;
        if (cube.kind !== 'drop-offs' || cube.by.length !== 1 || by === undefined || by === 'schoolYear')
          return [];
        const places = this.counts.placesOf(name);
        return places.length < 2
          ? []
          : [this.groupTable(name, headOf(cube.level) ?? this.text(by as 'birthYear'), places)];
      });
    return section(this.text('groups'), ...tables);
  }

  private groupTable(cube: string, heading: string, places: readonly Coordinate[]): string {
    const heads = [heading, ...this.stages.map(({ title }) => title[this.language])];
    const rows = places.map((place) => [
      this.placeName(place),
      ...this.stages.map(({ id }) => this.shown(this.counts.share(cube, [place], id))),
    ]);
    return scrolled(table(`${this.text('byGroup')} · ${heading}`, heads, rows), 'scroll upright');
  }

  private curves(): string {
    const found = this.stages
      .map((stage) => ({ title: stage.title[this.language], points: this.counts.curve(stage.id) }))
      .filter(({ points }) => points.length > 1);
    if (found.length === 0) return '';
    const ages = [1, 2, 3, 4, 6, 8, 10, 12, 15, 18];
    const rows = found.map(({ title, points }) => [
      title,
      ...ages.map((age) => {
        const last = points.at(-1)?.t ?? 0;
        const point = points.findLast(({ t }) => t <= age * 12);
        return point && last >= age * 12 - 3 ? this.percent(point.value) : '–';
      }),
    ]);
    const heads = [this.text('stage'), ...ages.map((n) => this.text('years', { n }))];
    const charts = found.map(({ title, points }) =>
      figure(curveChart(points, this.text('age')), this.text('curveCaption', { stage: title })),
    );
    return section(this.text('curves'), ...charts, scrolled(table(this.text('byAge'), heads, rows)));
  }

  private method(): string {
    const parts = methodSheet(this.content.terms, this.language).map(
      ({ heading, lines }) =>
        `<h3>${escaped(heading)}</h3>${lines.map((line) => `<p class="digest">${escaped(line)}</p>`).join('')}`,
    );
    return section(this.text('method'), ...parts);
  }

  private text(name: keyof typeof TEXTS, params: Readonly<Record<string, string | number>> = {}): string {
    return fill(TEXTS[name], this.language, params);
  }

  private placeName(place: Coordinate): string {
    if (typeof place === 'boolean') return this.text(place ? 'true' : 'false');
    const area = this.content.definitions.areas.find(({ code }) => code === place);
    return area && area.name !== area.code ? `${area.code} ${area.name}` : String(place);
  }

  private shown({ value }: ProtectedShare): string {
    return value === null ? '–' : this.percent(value);
  }

  private interval({ lower, upper }: ProtectedShare): string {
    return lower === null || upper === null ? '–' : `${this.percent(lower)}–${this.percent(upper)}`;
  }

  private number(n: number): string {
    return formatCount(n, this.language);
  }

  private percent(share: number): string {
    return formatPercent(share, this.language);
  }

  private day(instant: string): string {
    const day = `${Number(instant.slice(8, 10))}${this.language === 'de' ? '.' : ''}`;
    return `${day} ${this.month(instant)}`;
  }

  /** The month of `2026-06…` as people write it. */
  private month(month: string): string {
    const [year = '', number = ''] = month.split('-');
    const name = MONTHS[this.language][Number(number) - 1] ?? number;
    return `${name} ${year}`;
  }
}

/** Spelled out here: what a system knows of languages differs, and the same release is to give the same page. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Levels of areas are named by those who define them, such as `stadtteil`. */
function headOf(level: string | null): string | null {
  return level && level.charAt(0).toUpperCase() + level.slice(1);
}

/** Wide tables scroll by keyboard too. `upright`: names of stages are longer than what stands below them. */
function scrolled(content: string, classes = 'scroll'): string {
  return `<div class="${classes}" tabindex="0">${content}</div>`;
}
