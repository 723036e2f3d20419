import { ProblemError } from '@lueckenlos/platform';

export const PURPOSE_LIMIT = 500;

/** The `Purpose` header as text; undefined where none was sent, refused where it cannot be kept as it stands. */
export function purposeOf(header: string | readonly string[] | undefined): string | undefined {
  const purpose = asText([header ?? ''].flat().join(', ')).trim();
  if (purpose.length > PURPOSE_LIMIT || /\p{Cc}/u.test(purpose)) {
    throw new ProblemError({ code: 'access.bad-purpose', params: { limit: PURPOSE_LIMIT } });
  }
  return purpose === '' ? undefined : purpose;
}

/** Node reads header bytes as Latin-1; nearly every client sends UTF-8 ("Prüfung" would become "PrÃ¼fung"). */
function asText(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}
