import { CHECK_UP_CHAIN, LIFE_CHAIN, STADTTEILE } from '../../definitions';
import { REASONS, REPORT_KINDS, type Report } from '../reporting/report';
import type { Statement } from '../reporting/statement';

const STAGES = [LIFE_CHAIN, CHECK_UP_CHAIN].flatMap((chain) =>
  chain.versions.flatMap((version) => version.stages.map((stage) => stage.id)),
);
const AREAS = STADTTEILE.map((stadtteil) => stadtteil.code);
const POVERTY = [false, true] as const;

/** Bits of each field in the last word; every field but the kind has 0 for null. */
const STAGE_AT = 3;
const AREA_AT = 9;
const POVERTY_AT = 15;
const REASON_AT = 17;
const STATED_AT = 20;
const LOST_AT = 21;

const WORDS = 6;

/**
 * Records that wait for their month, in 24 bytes each instead of some 250: half of all records of a synthesis wait
 * at a time. Words: case key (2), known instant, serial and target, month, the rest.
 */
export class PackedReports {
  private words = new Uint32Array(WORDS * 16);
  private count = 0;

  add(report: Report): void {
    const at = this.count++ * WORDS;
    if (at === this.words.length) this.grow();
    const { caseKey, known, serial, target, statement } = report;
    this.words.set(
      [
        caseKey[0],
        caseKey[1],
        known,
        serial * 0x10000 + (target?.serial ?? 0),
        statement?.month ?? 0,
        fields(report),
      ],
      at,
    );
  }

  /** In order of known instant, then of case and serial. */
  *inOrder(): Generator<Report> {
    const rows = Uint32Array.from({ length: this.count }, (_, row) => row);
    for (const row of rows.sort((a, b) => this.compare(a * WORDS, b * WORDS))) yield this.at(row * WORDS);
  }

  private compare(a: number, b: number): number {
    const { words } = this;
    return (
      words[a + 2]! - words[b + 2]! ||
      words[a]! - words[b]! ||
      words[a + 1]! - words[b + 1]! ||
      words[a + 3]! - words[b + 3]!
    );
  }

  private at(start: number): Report {
    const [first, second, known, serials, month, bits] = this.words.subarray(start, start + WORDS);
    const targetSerial = serials! & 0xffff;
    return {
      kind: REPORT_KINDS[bits! & 7]!,
      caseKey: [first!, second!],
      serial: serials! >>> 16,
      known: known!,
      statement: (bits! >>> STATED_AT) & 1 ? statementIn(month!, bits!) : null,
      target: targetSerial > 0 ? { serial: targetSerial, lost: bits! >>> LOST_AT === 1 } : null,
      reason: named(REASONS, bits! >>> REASON_AT, 7),
    };
  }

  private grow(): void {
    const larger = new Uint32Array(this.words.length * 2);
    larger.set(this.words);
    this.words = larger;
  }
}

function fields({ kind, statement, target, reason }: Report): number {
  const poverty = statement === null || statement.povertyRisk === null ? null : statement.povertyRisk;
  return (
    REPORT_KINDS.indexOf(kind) |
    (code(STAGES, statement?.stage ?? null) << STAGE_AT) |
    (code(AREAS, statement?.area ?? null) << AREA_AT) |
    (code(POVERTY, poverty) << POVERTY_AT) |
    (code(REASONS, reason) << REASON_AT) |
    ((statement ? 1 : 0) << STATED_AT) |
    ((target?.lost ? 1 : 0) << LOST_AT)
  );
}

function statementIn(month: number, bits: number): Statement {
  return {
    stage: named(STAGES, bits >>> STAGE_AT, 63),
    month,
    area: named(AREAS, bits >>> AREA_AT, 63),
    povertyRisk: named(POVERTY, bits >>> POVERTY_AT, 3),
  };
}

function code<T>(values: readonly T[], value: T | null): number {
  return value === null ? 0 : values.indexOf(value) + 1;
}

function named<T>(values: readonly T[], bits: number, mask: number): T | null {
  return values[(bits & mask) - 1] ?? null;
}
