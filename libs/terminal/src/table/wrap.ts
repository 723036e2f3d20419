/** Columns that a text takes in a terminal; marks that sit on the letter before them take none. */
export function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

/** Breaks a text between words, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** The word that takes most columns. */
export function longestWord(text: string): string {
  return text.split(' ').reduce((longest, word) => (widthOf(word) > widthOf(longest) ? word : longest), '');
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const letters = [...word];
  const count = Math.ceil(letters.length / width);
  return Array.from({ length: count }, (_, i) => letters.slice(i * width, (i + 1) * width).join(''));
}
