import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultText, ReplayFault } from '../fault';
import { isSound, tellVerdict } from './tell-verdict';
import { verifyBundle } from './verify-bundle';

/** The program that lies in a bundle: `node verify.js [folder]`, with Node alone. */
export const VERIFIER = __filename;

const MEMORY = 256 * 2 ** 20;

async function main(folder: string, language: 'de' | 'en'): Promise<number> {
  const spill = await mkdtemp(join(tmpdir(), 'lueckenlos-verify-'));
  try {
    const verdict = await verifyBundle(folder, { folder: spill, memory: MEMORY }, null);
    process.stdout.write(`${tellVerdict(verdict, language).join('\n')}\n`);
    return isSound(verdict) ? 0 : 1;
  } catch (error) {
    const text =
      error instanceof ReplayFault
        ? `${faultText(error.code, error.params, language)} (${error.code})`
        : String(error);
    process.stderr.write(`${text}\n`);
    return 1;
  } finally {
    await rm(spill, { recursive: true });
  }
}

if (require.main === module) {
  const language = /^de/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'de' : 'en';
  void main(process.argv[2] ?? __dirname, language).then((code) => (process.exitCode = code));
}
