import { ProblemError } from '@lueckenlos/platform';
import '../../problems';

type Query = Readonly<Record<string, unknown>>;

/** The parameters that were sent, each a text. One that is unknown or repeated is refused. */
export function strictQuery<N extends string>(
  query: Query,
  ...allowed: readonly N[]
): Partial<Record<N, string>> {
  const names: readonly string[] = allowed;
  const wrong = Object.entries(query).filter(
    ([name, value]) => !names.includes(name) || typeof value !== 'string',
  );
  if (wrong.length > 0) {
    throw new ProblemError(wrong.map(() => ({ code: 'recording.unknown-parameter', params: { allowed } })));
  }
  return query as Partial<Record<N, string>>;
}
