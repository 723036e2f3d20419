/** The rules that a definition can break. Each one is a thing of its own, so that a test can name it. */
export type DefinitionRule =
  | 'no-version'
  | 'no-version-in-force'
  | 'no-stage'
  | 'no-area'
  | 'too-many'
  | 'bad-id'
  | 'reserved-code'
  | 'bad-title'
  | 'bad-month'
  | 'out-of-range'
  | 'duplicate-stage'
  | 'birth-required'
  | 'before-birth'
  | 'versions-not-ascending'
  | 'births-not-ascending'
  | 'first-version-too-late'
  | 'descending-due'
  | 'duplicate-area'
  | 'unknown-parent'
  | 'area-cycle'
  | 'area-taken'
  | 'empty-list'
  | 'named-twice'
  | 'unknown-stage'
  | 'foreign-stage'
  | 'unknown-area'
  | 'unknown-rhythm'
  | 'until-before-from'
  | 'announced-twice';

/** A broken rule: where (a JSON pointer into the body), which, and what a text about it needs to say. */
export interface DefinitionFault {
  readonly pointer: string;
  readonly rule: DefinitionRule;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export function fault(
  pointer: string,
  rule: DefinitionRule,
  params: DefinitionFault['params'] = {},
): DefinitionFault {
  return { pointer, rule, params };
}
