import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import { problemOf } from './problem';
import { RefusedError } from './refused-error';
import { UnreachableError } from './unreachable-error';

/** Sends a request; whatever is no answer becomes an {@link UnreachableError}. */
export async function send(url: URL, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new UnreachableError(url, error);
  }
}

/** An answer that is a success. */
export async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new RefusedError(await problemOf(response));
}

/** The text of an answer; it may break off on its way like a request. */
export async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw new UnreachableError(new URL(response.url), error);
  }
}

const NO_JSON = {
  en: 'The answer of {address} is no JSON. Is it the address of the right server?',
  de: 'Die Antwort von {address} ist kein JSON. Ist das die Adresse des richtigen Servers?',
};

/** The JSON of an answer. */
export async function jsonOf<T>(response: Response): Promise<T> {
  const text = await textOf(response);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new CliError(EXIT.refused, NO_JSON, { address: new URL(response.url).origin });
  }
}
