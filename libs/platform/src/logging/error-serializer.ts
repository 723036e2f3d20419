interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly stack?: string;
}

const FRAMES = 12;

/**
 * What of an error may stand in a log. Messages of the database and of JSON.parse quote the data, and TypeORM
 * hangs query parameters on its errors: of those only the code and the place are kept.
 */
export function loggableError(error: unknown): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error };
  }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(!quotesData(error) && { message: error.message }),
    stack: framesOf(error),
  };
}

function quotesData(error: Error): boolean {
  return error instanceof SyntaxError || 'severity' in error || 'query' in error || 'driverError' in error;
}

/** The stack without its head, which repeats the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, FRAMES)
    .join('\n');
}
