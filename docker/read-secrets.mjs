/**
 * Loaded before the program: makes each secret that the container engine has mounted an environment variable of this
 * process alone, so that it stands neither in the image nor in what the engine tells about a container. A secret is
 * a file that bears the variable's name, such as `/run/secrets/DATABASE_URL`; a variable that is set wins.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env.SECRETS_FOLDER || '/run/secrets';

for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
  if (/^[A-Z][A-Z0-9_]*$/.test(name)) process.env[name] ||= readFileSync(join(FOLDER, name), 'utf8').trim();
}
