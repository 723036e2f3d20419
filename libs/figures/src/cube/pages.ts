const LENGTH_BYTES = 4;

/** The pages of several cells that come as one, each behind its length in bytes: 32 bits, highest first. */
export function pagesIn(bytes: Buffer): Buffer[] {
  const pages: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + LENGTH_BYTES;
    at = start + bytes.readInt32BE(at);
    pages.push(bytes.subarray(start, at));
  }
  return pages;
}
