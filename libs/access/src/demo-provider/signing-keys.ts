import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, JSONWebKeySet, JWK } from 'jose';
import { readPrivateJson, writePrivateJson } from './private-file';

/** The keys of the built-in provider, kept in the data folder: with new ones, every token would die at a restart. */
export async function openSigningKeys(dataDir: string): Promise<JSONWebKeySet> {
  const path = join(dataDir, 'demo-signing-keys.json');
  const kept = (await readPrivateJson(path)) as JSONWebKeySet | undefined;
  if (kept) return kept;
  const keys = { keys: [await newSigningKey()] };
  await writePrivateJson(path, keys);
  return keys;
}

/** A fresh private ES256 key. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

/** The part of a key set that everybody may see. */
export function publicKeys({ keys }: JSONWebKeySet): JSONWebKeySet {
  return {
    keys: keys.map(({ kty, crv, x, y, kid, alg, use }) => ({ kty, crv, x, y, kid, alg, use })),
  };
}
