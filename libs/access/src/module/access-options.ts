import { AgencyFile } from '../agencies/agency-file';
import { TrustedIssuer } from '../token/trusted-issuer';

/** What the module needs to know. {@link openAccess} makes it from the configuration. */
export interface AccessOptions {
  readonly trusted: TrustedIssuer;
  /** Which agency may send what; the shipped file where absent. */
  readonly agencies?: AgencyFile;
}
