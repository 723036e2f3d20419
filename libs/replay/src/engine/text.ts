export type Params = Readonly<Record<string, string | number>>;

/** A text with its parameters in the place of their names: `{name}`. */
export function filledText(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
