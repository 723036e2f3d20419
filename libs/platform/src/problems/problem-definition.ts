/** A text in both languages; `{name}` is replaced by the parameter of that name. */
export interface ProblemText {
  readonly en: string;
  readonly de: string;
}

export interface ProblemDefinition {
  readonly status: number;
  readonly title: ProblemText;
  readonly detail: ProblemText;
}

export type Language = keyof ProblemText;

/** One broken rule. The pointer is a JSON pointer into what was sent; empty or absent for the whole of it. */
export interface Fault {
  readonly code: string;
  readonly pointer?: string;
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
}
