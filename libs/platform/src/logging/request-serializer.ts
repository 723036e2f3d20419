interface Request {
  readonly method?: string;
  readonly routeOptions?: { readonly url?: string };
}

/**
 * A request in the log: method and route pattern. The address itself may hold a pseudonym or a sender's id,
 * the query string a filter that points at somebody.
 */
export function loggableRequest(request: Request): { method?: string; route: string } {
  return { method: request.method, route: routeOf(request) };
}

/** The pattern that matched, such as `/v1/events/:id`. */
export function routeOf({ routeOptions }: Request): string {
  return routeOptions?.url ?? 'unknown';
}
