import type { Title } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/terminal';

export type Params = Readonly<Record<string, string | number>>;

/** A text with its `{placeholders}` filled. */
export function fill(text: Title, language: Language, params: Params = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(params[name] ?? placeholder),
  );
}
