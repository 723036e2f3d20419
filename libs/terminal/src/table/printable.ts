/** Control characters, escape sequences' first byte among them, and marks that turn the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text as it may go to a terminal: what somebody sent must neither move the cursor nor colour the screen. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\u{FFFD}').normalize('NFC');
}
