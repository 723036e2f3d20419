const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** What is written as it is, of nearly all texts all of it: saves looking at each of them three times. */
const PLAIN = /^[\x20\x21\x23-\x25\x27-\x3B\x3D\x3F-\x7E\xA0-\uD7FF]*$/;

/** Text as the value of an attribute, in quotes. */
export function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const safe = text
    .replace(UNWRITABLE, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `"${safe}"`;
}
