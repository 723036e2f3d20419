import { versionNote } from '../release/code-versions';
import type { Verdict } from './verify-bundle';

const TEXTS = {
  en: {
    manifest: 'SHA-256 of the manifest',
    missing: 'is missing',
    changed: 'was changed',
    lines: 'in line',
    equal: 'equal',
    differs: 'DIFFERENT',
    cells: 'cells',
    events: 'events',
    published: 'published digest',
    replayed: 'digest of the replay',
    sealed: 'the sealed true counts are others',
    cell: (published: number, replayed: number) => `published ${published}, replayed ${replayed}`,
  },
  de: {
    manifest: 'SHA-256 des Verzeichnisses',
    missing: 'fehlt',
    changed: 'wurde geändert',
    lines: 'in Zeile',
    equal: 'gleich',
    differs: 'VERSCHIEDEN',
    cells: 'Felder',
    events: 'Ereignisse',
    published: 'veröffentlichte Prüfsumme',
    replayed: 'nachgerechnete Prüfsumme',
    sealed: 'die versiegelten wahren Zahlen sind andere',
    cell: (published: number, replayed: number) => `veröffentlicht ${published}, nachgerechnet ${replayed}`,
  },
} as const;

const SHOWN = 20;

/** Whether there is nothing to object to. */
export function isSound({ changed, release, sealedEqual }: Verdict): boolean {
  return changed.length === 0 && release?.equal === true && sealedEqual;
}

/** A verdict in words. */
export function tellVerdict(
  { manifestSum, manifest, changed, release, sealedEqual, events }: Verdict,
  language: 'de' | 'en',
): string[] {
  const text = TEXTS[language];
  const lines = [`${text.manifest}: ${manifestSum}`];
  for (const one of changed) {
    const where = one.lines.length > 0 ? ` ${text.lines} ${one.lines.join(', ')}` : '';
    lines.push(`${one.file} ${one.missing ? text.missing : text.changed}${where}`);
  }
  if (!release) return [...lines, `${manifest.release}: ${text.differs}`];
  lines.push(
    `${release.id}: ${release.equal && sealedEqual ? text.equal : text.differs} (${release.cells} ${text.cells}, ${events} ${text.events}, ${release.codeVersions.replayed})`,
    `${text.published}: ${release.digest}`,
    `${text.replayed}: ${release.replayedDigest}`,
  );
  if (!sealedEqual) lines.push(text.sealed);
  const note = versionNote(release.codeVersions, language);
  if (note) lines.push(note.detail);
  for (const { cube, by, measure, stage, value, published, replayed } of release.differences?.slice(
    0,
    SHOWN,
  ) ?? []) {
    const place = [cube, ...Object.values(by), measure, stage, value].join(' ');
    lines.push(`  ${place}: ${text.cell(published, replayed)}`);
  }
  return lines;
}
