/** Rows, or lines of the log, as NDJSON. */
export async function* ndjson(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((one) => `${JSON.stringify(one)}\n`).join('');
}
