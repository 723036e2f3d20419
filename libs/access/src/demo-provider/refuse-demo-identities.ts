import { existsSync } from 'node:fs';
import { ConfigurationError } from '@lueckenlos/platform';
import { demoCredentialsFile } from './demo-credentials';

/** Production and demo never share a data folder: whoever still holds a demo secret must not stay trusted. */
export function refuseDemoIdentities(dataDir: string): void {
  const path = demoCredentialsFile(dataDir);
  if (!existsSync(path)) return;
  throw new ConfigurationError([
    `OIDC_ISSUER is set, which means production, but demo identities lie in ${path}. ` +
      'Use another LUECKENLOS_DATA_DIR, or delete that file if the data may be kept.',
  ]);
}
