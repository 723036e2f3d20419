import { readDelivery, type CaseFile } from '@lueckenlos/chain';
import { CaseRecords } from '@lueckenlos/replay/engine';
import type { LoggedLine } from './logged-line';

/**
 * Puts the records of a log together by case, linked pseudonyms together, whatever its length.
 * @param bound bytes of records in memory; what goes beyond it lies in files of the folder meanwhile
 */
export async function* gatherCases(
  pages: AsyncIterable<readonly LoggedLine[]>,
  folder: string,
  bound: number,
): AsyncGenerator<Iterable<CaseFile>> {
  const cases = new CaseRecords(folder, bound);
  for await (const lines of pages) {
    for (const line of lines) addTo(cases, line);
    await cases.settle();
  }
  yield* cases.files();
}

function addTo(cases: CaseRecords, line: LoggedLine): void {
  const { subject, source, type, data, knownAt } = line;
  if (subject === undefined) return;
  const position = Number(line.position);
  const event = { type, source, data, position, metadata: { knownAt, subject, senderId: line.id } };
  const delivery = readDelivery(event)?.delivery ?? null;
  cases.add(subject, Number(line.revision), position, delivery);
}
