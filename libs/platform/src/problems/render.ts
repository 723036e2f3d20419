import { problemDefinition } from './catalogue';
import type { Fault, Language } from './problem-definition';
import type { ProblemError } from './problem-error';

export interface RenderedFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A problem document of RFC 9457. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly RenderedFault[];
  readonly instance: string;
}

/** Title, status and code are those of the first fault; `errors` lists all. */
export function renderProblem(error: ProblemError, language: Language, instance: string): ProblemDocument {
  const [first] = error.faults;
  const definition = problemDefinition(first.code);
  return {
    type: `urn:lueckenlos:problem:${first.code}`,
    title: fill(definition.title[language], first.params),
    status: definition.status,
    detail: fill(definition.detail[language], first.params),
    code: first.code,
    errors: error.faults.map((fault) => renderFault(fault, language)),
    instance,
    ...error.options.members,
  };
}

/** One fault as it stands in `errors` of a problem document or in a report of rejected rows. */
export function renderFault(fault: Fault, language: Language): RenderedFault {
  const { detail } = problemDefinition(fault.code);
  return { pointer: fault.pointer ?? '', code: fault.code, detail: fill(detail[language], fault.params) };
}

function fill(text: string, params: Fault['params'] = {}): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    return value === undefined ? placeholder : [value].flat().join(', ');
  });
}
