import { ProblemError, renderProblem, type Language } from '@lueckenlos/platform';
import type { Rejection } from '../job/import-jobs';

/** The report as NDJSON, a page at a time: one line for each line that was refused. */
export async function* rejectionLines(
  pages: AsyncIterable<readonly Rejection[]>,
  language: Language,
  instance: string,
): AsyncGenerator<string> {
  for await (const page of pages) {
    yield page.map((rejection) => `${JSON.stringify(rendered(rejection, language, instance))}\n`).join('');
  }
}

function rendered({ line, id, faults }: Rejection, language: Language, instance: string): object {
  return { line, id, problem: renderProblem(new ProblemError(faults), language, instance) };
}
