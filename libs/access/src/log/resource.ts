/** What of a request may name a figure in the log. */
export interface LoggedRequest {
  readonly url: string;
  readonly method: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>> & {
    readonly authorization?: string;
  };
}

/**
 * Names a figure by the request for it: path and parameters in one order, so that the same question bears the
 * same name. Only for routes whose address holds no pseudonym.
 */
export function figureName(request: Pick<LoggedRequest, 'url'>): string {
  const start = request.url.indexOf('?');
  if (start < 0) return request.url;
  const parameters = new URLSearchParams(request.url.slice(start));
  parameters.sort();
  return [request.url.slice(0, start), parameters.toString()].filter(Boolean).join('?');
}
