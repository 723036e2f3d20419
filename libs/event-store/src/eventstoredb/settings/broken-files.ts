import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const CERTIFICATES = ['tlsCAFile', 'userCertFile'];
const KEY = 'userKeyFile';

/** Mistakes in the files that a connection string names. The client would end the process in words of its own. */
export function brokenFiles(options: ReadonlyMap<string, string>): string[] {
  const named = [...options].filter(([name]) => [...CERTIFICATES, KEY].includes(name));
  const isHalf = options.has('userCertFile') !== options.has(KEY);
  return [
    ...named.flatMap(([name, path]) => mistakeIn(name, path) ?? []),
    ...(isHalf ? [`userCertFile and ${KEY} go together`] : []),
  ];
}

function mistakeIn(name: string, path: string): string | undefined {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return `${name} names a file that cannot be read`;
  }
  if (!CERTIFICATES.includes(name)) return undefined;
  try {
    new X509Certificate(content);
    return undefined;
  } catch {
    return `${name} names a file that holds no certificate`;
  }
}
