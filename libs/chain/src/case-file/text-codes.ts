/** Numbers texts that come again and again, and keeps each once. */
export class TextCodes {
  private readonly codes = new Map<string | null, number>();
  private readonly texts: (string | null)[] = [];

  codeOf(text: string | null): number {
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.codes.set(text, code);
    }
    return code;
  }

  text(code: number): string | null {
    return this.texts[code] ?? null;
  }
}
