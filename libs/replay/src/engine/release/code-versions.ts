import { filledText } from '../text';

/** Which versions of the software have counted a release. */
export interface CodeVersions {
  /** The one that published it; null of releases from before that was written down. */
  readonly published: string | null;
  /** The one that has counted it again. */
  readonly replayed: string;
}

/** What to know of a replay by another version. Codes never change. */
const NOTES = {
  'replay.other-code-version': {
    en: 'Version {published} of the software published the release, {replayed} has counted it again: what differs may be the way of counting.',
    de: 'Veröffentlicht hat Version {published} der Software, nachgerechnet {replayed}: Was abweicht, kann an der Rechnung liegen.',
  },
  'replay.unknown-code-version': {
    en: 'The release does not say which version of the software published it; {replayed} has counted it again: what differs may be the way of counting.',
    de: 'Die Veröffentlichung sagt nicht, welche Version der Software sie gezählt hat; nachgerechnet hat {replayed}: Was abweicht, kann an der Rechnung liegen.',
  },
} as const;

export interface VersionNote {
  readonly code: keyof typeof NOTES;
  readonly detail: string;
}

/** Null where the same version has counted both times. */
export function versionNote(
  { published, replayed }: CodeVersions,
  language: 'de' | 'en',
): VersionNote | null {
  if (published === replayed) return null;
  const code = published === null ? 'replay.unknown-code-version' : 'replay.other-code-version';
  return { code, detail: filledText(NOTES[code][language], { published: published ?? '', replayed }) };
}
