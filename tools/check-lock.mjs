/**
 * Checks package-lock.json for what `npm install` hides and other machines stumble over:
 * - every optional dependency has its own entry (a registry copy that lacks a platform package drops it silently,
 *   and `npm ci` then stops with "Missing: … from lock file");
 * - no entry names a registry host (`.npmrc` leaves them out, so that any mirror serves);
 * - the lock states the same dependencies as package.json.
 *
 * `node tools/check-lock.mjs [folder]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? join(import.meta.dirname, '..');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The entry that Node would find for a name from inside a package: its own folder first, then outwards. */
function entryFor(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules')))) {
    folder = folder.replace(/\/$/, '');
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return undefined;
  }
}

function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => entryFor(packages, from, name) === undefined)
      .map((name) => `${from || 'package.json'}: its optional dependency ${name} has no entry`),
  );
}

function namedHosts({ packages }) {
  return Object.entries(packages)
    .filter(([, { resolved }]) => typeof resolved === 'string' && /^(git\+)?https?:/.test(resolved))
    .map(([place]) => `${place}: names the host it was fetched from`);
}

function outOfStep({ packages }, manifest) {
  const root = packages[''] ?? {};
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => {
    const [locked, stated] = [root[kind] ?? {}, manifest[kind] ?? {}];
    return [...new Set([...Object.keys(locked), ...Object.keys(stated)])]
      .filter((name) => locked[name] !== stated[name])
      .map(
        (name) =>
          `${kind}: ${name} is ${stated[name] ?? 'absent'} in package.json, ${locked[name] ?? 'absent'} in the lock`,
      );
  });
}

const lock = read('package-lock.json');
const mistakes = [...missingOptional(lock), ...namedHosts(lock), ...outOfStep(lock, read('package.json'))];
for (const mistake of mistakes) console.error(mistake);
console.log(
  mistakes.length === 0
    ? `package-lock.json: ${Object.keys(lock.packages).length} entries, complete`
    : `package-lock.json: ${mistakes.length} mistakes`,
);
process.exitCode = mistakes.length === 0 ? 0 : 1;
