/** A name for people, in both languages of the project. */
export interface Title {
  readonly de: string;
  readonly en: string;
}

/** How the school-entry year follows from the birth month. */
export interface SchoolYearParameters {
  /** The child must reach {@link age} by the end of this calendar month (1–12) to enter in that year. */
  readonly cutoffMonth: number;
  readonly age: number;
  /** Calendar month in which the school year starts. */
  readonly startMonth: number;
}

/** The last month that is on time, counted from the birth month. */
export interface MonthsAfterBirthRule {
  readonly rule: 'monthsAfterBirth';
  readonly months: number;
}

/** The last month that is on time: `month` of the school-entry year plus `plusYears`. */
export interface SchoolYearRule {
  readonly rule: 'schoolYear';
  readonly plusYears: number;
  readonly month: number;
  /** Instead of the version's age. */
  readonly age?: number;
  /** Instead of the version's cut-off month. */
  readonly cutoffMonth?: number;
}

export type DueRule = MonthsAfterBirthRule | SchoolYearRule;

export interface StageDefinition {
  readonly id: string;
  readonly title: Title;
  readonly due: DueRule;
  /** Months after the due month in which a late arrival is not yet a loss. */
  readonly grace: number;
}

export interface ChainVersion {
  readonly version: number;
  /** `YYYY-MM`: holds for births from this month on, until a later version begins. */
  readonly validForBirthsFrom: string;
  /** False for a planned version: it is defined and checked, but holds for no birth until it is switched on. */
  readonly inForce?: boolean;
  readonly schoolYear: SchoolYearParameters;
  readonly stages: readonly StageDefinition[];
}

/** What `PUT /v1/chains/{id}` takes and `GET` gives back. */
export interface ChainBody {
  readonly title: Title;
  readonly versions: readonly ChainVersion[];
}

export interface ChainDefinition extends ChainBody {
  readonly id: string;
}

/** The stage that is the birth itself; every version has it. */
export const BIRTH_STAGE = 'birth';
