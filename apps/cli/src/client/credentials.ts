/** Who the tool is to the server, and who says so. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The OpenID issuer. */
  readonly issuer: string;
}
