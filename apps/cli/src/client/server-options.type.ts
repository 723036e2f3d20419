/** The options of every command that talks to a server. */
export interface ServerOptions {
  readonly url?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly client?: string;
  readonly credentials?: string;
  readonly issuer?: string;
}
