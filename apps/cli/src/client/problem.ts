import { printable } from '@lueckenlos/terminal';

/** A problem document as the server sends it (RFC 9457). */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors: readonly ProblemEntry[];
}

export interface ProblemEntry {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Reads an answer that is no success: its problem document, or as much of one as can be made of it. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const sent = /^application\/(problem\+)?json/.test(type) ? (parsed(text) as Partial<Problem>) : {};
  return {
    title: sent.title ?? `HTTP ${response.status} ${response.statusText}`.trim(),
    status: response.status,
    detail: sent.detail ?? '',
    code: sent.code ?? '',
    instance: sent.instance ?? '',
    errors: Array.isArray(sent.errors) ? sent.errors : [],
  };
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** A problem for people: the title, then each error with the place it points at. */
export function problemLines({ title, detail, errors, status, code, instance }: Problem): string[] {
  const listed = errors.map(
    (error) => `  ${[memberOf(error.pointer), error.detail].filter(Boolean).join(': ')}`,
  );
  const explained = listed.length > 0 ? listed : detail === '' ? [] : [`  ${detail}`];
  const reference = [`HTTP ${status}`, code, instance].filter((part) => part !== '').join(' · ');
  return [title, ...explained, `  (${reference})`].map(printable);
}

/** A JSON pointer as people write it: `/data/stage` is `data.stage`; the whole has no name. */
export function memberOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
