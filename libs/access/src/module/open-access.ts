import { Config, ConfigurationError } from '@lueckenlos/platform';
import { loadAgencies } from '../agencies/load-agencies';
import { DemoIssuer } from '../demo-provider/demo-issuer';
import { refuseDemoIdentities } from '../demo-provider/refuse-demo-identities';
import { outsideIssuer } from '../token/outside-issuer';
import { TrustedIssuer } from '../token/trusted-issuer';
import { AccessOptions } from './access-options';

export type AccessConfig = Pick<Config, 'oidcIssuer' | 'oidcAudience' | 'agenciesFile' | 'dataDir'>;

/** Whether this process serves the built-in provider where no issuer is configured. */
export interface OpenAccessSettings {
  readonly demoProvider: boolean;
}

/** Decides whose tokens count and which agency may send what; throws where the process must not start. */
export async function openAccess(config: AccessConfig, settings: OpenAccessSettings): Promise<AccessOptions> {
  const agencies = await loadAgencies(config.agenciesFile);
  return { trusted: await trustedBy(config, settings), agencies };
}

async function trustedBy(config: AccessConfig, { demoProvider }: OpenAccessSettings): Promise<TrustedIssuer> {
  if (config.oidcIssuer !== undefined) {
    refuseDemoIdentities(config.dataDir);
    return outsideIssuer(config.oidcIssuer, config.oidcAudience);
  }
  if (!demoProvider) {
    // Each process with its own provider would refuse the tokens of the others.
    throw new ConfigurationError([
      'OIDC_ISSUER must be set: only the standalone process has a built-in OpenID provider.',
    ]);
  }
  return DemoIssuer.open(config.dataDir, config.oidcAudience);
}
