import type { Language } from '@lueckenlos/terminal';
import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import type { Credentials } from './credentials';
import { accepted, jsonOf, send } from './send';

/** A token is renewed so long before its end, so that none ends on its way. */
const MARGIN_MS = 30_000;
/** RFC 6749 lets an issuer leave the lifetime out. */
const USUAL_LIFETIME_SECONDS = 300;

const NO_TOKEN = {
  en: 'The issuer {issuer} gave no token for {client}: {reason}',
  de: 'Der Aussteller {issuer} gab {client} kein Token: {reason}',
};

interface Discovery {
  readonly token_endpoint: string;
  readonly token_endpoint_auth_methods_supported?: readonly string[];
}

interface TokenAnswer {
  readonly access_token?: string;
  readonly expires_in?: number;
  readonly error?: string;
  readonly error_description?: string;
}

/** Access tokens by the client-credentials grant, a new one when the old one is about to expire. */
export class TokenSource {
  private discovery: Discovery | null = null;
  private current: { readonly token: string; readonly usableUntil: number } | null = null;

  constructor(
    private readonly credentials: Credentials,
    private readonly language: Language,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async token(): Promise<string> {
    if (this.current === null || this.now() >= this.current.usableUntil)
      this.current = await this.fetchToken();
    return this.current.token;
  }

  /** The server did not take the last token: the next one is new. */
  forget(): void {
    this.current = null;
  }

  private async fetchToken(): Promise<{ token: string; usableUntil: number }> {
    this.discovery ??= await this.discover();
    const asked = this.now();
    const url = new URL(this.discovery.token_endpoint);
    const response = await send(url, { method: 'POST', ...this.grant(this.discovery) });
    const answer = await jsonOf<TokenAnswer>(response);
    if (!response.ok || answer.access_token === undefined) {
      throw this.noToken(answer.error_description ?? answer.error ?? `HTTP ${response.status}`);
    }
    const lifetime = (answer.expires_in ?? USUAL_LIFETIME_SECONDS) * 1000;
    return { token: answer.access_token, usableUntil: asked + lifetime - MARGIN_MS };
  }

  private async discover(): Promise<Discovery> {
    const url = new URL(`${this.credentials.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
    const response = await accepted(await send(url, { headers: { 'accept-language': this.language } }));
    const found = await jsonOf<Partial<Discovery>>(response);
    const { token_endpoint: endpoint } = found;
    if (endpoint === undefined || !URL.canParse(endpoint)) throw this.noToken('no token_endpoint');
    return { ...found, token_endpoint: endpoint };
  }

  /** The secret as Basic, the method every issuer must offer, unless it says that it takes the other one only. */
  private grant({ token_endpoint_auth_methods_supported: methods }: Discovery): RequestInit {
    const { clientId, clientSecret } = this.credentials;
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    if (methods?.includes('client_secret_post') && !methods.includes('client_secret_basic')) {
      body.set('client_id', clientId);
      body.set('client_secret', clientSecret);
      return { body };
    }
    const [user, password] = [clientId, clientSecret].map(encodeURIComponent);
    return { body, headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` } };
  }

  private noToken(reason: string): CliError {
    const { issuer, clientId: client } = this.credentials;
    return new CliError(EXIT.refused, NO_TOKEN, { issuer, client, reason });
  }
}
