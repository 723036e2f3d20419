import { filledText, type Params } from './text';

/** A text for people, in both languages. `{name}` stands for a parameter. */
interface Text {
  readonly en: string;
  readonly de: string;
}

/** Everything that keeps a log from being replayed. Codes never change; no text names a case or quotes an event. */
export const FAULTS = {
  'replay.broken-line': {
    en: 'Line {line} is no event of the log ({reason}).',
    de: 'Zeile {line} ist kein Ereignis des Protokolls ({reason}).',
  },
  'replay.unreadable-event': {
    en: 'Line {line} (position {position}) {reason}.',
    de: 'Zeile {line} (Position {position}) ist nicht zu lesen: {reason}.',
  },
  'replay.gap': {
    en: 'A gap before line {line}: position {expected} should stand here, {position} does.',
    de: 'Eine Lücke vor Zeile {line}: Hier müsste Position {expected} stehen, es ist {position}.',
  },
  'replay.out-of-order': {
    en: 'Line {line} has position {position}, after {before}: it is repeated or was moved.',
    de: 'Zeile {line} hat Position {position}, nach {before}: Sie ist doppelt oder wurde verschoben.',
  },
  'replay.stream-gap': {
    en: 'At position {position} a stream goes on with revision {revision}, where {expected} should follow: events are missing or were moved.',
    de: 'An Position {position} geht ein Strom mit Revision {revision} weiter, wo {expected} folgen müsste: Ereignisse fehlen oder wurden verschoben.',
  },
  'replay.other-stream': {
    en: 'Line {line} (position {position}) is of another case than the stream that it stands in.',
    de: 'Zeile {line} (Position {position}) gehört zu einem anderen Fall als der Strom, in dem sie steht.',
  },
  'replay.beyond-log': {
    en: 'Position {wanted} is beyond the log, which ends with {last}.',
    de: 'Position {wanted} liegt hinter dem Protokoll, das mit {last} endet.',
  },
  'replay.chain-not-defined': {
    en: 'The log defines no chain {chain} up to position {position}. It defines: {known}.',
    de: 'Das Protokoll definiert bis Position {position} keine Kette {chain}. Es definiert: {known}.',
  },
  'replay.unknown-chain-version': {
    en: 'The chain {chain} has no version {version}. It has: {known}.',
    de: 'Die Kette {chain} hat keine Fassung {version}. Sie hat: {known}.',
  },
  'replay.unknown-level': {
    en: 'No area has the level {level} in {month}. There are: {known}.',
    de: 'Kein Gebiet hat {month} die Ebene {level}. Es gibt: {known}.',
  },
  'replay.unknown-area': {
    en: 'No area has the code {area} in {month}.',
    de: 'Kein Gebiet hat {month} den Schlüssel {area}.',
  },
  'replay.unknown-stage': {
    en: 'The chain has no stage {stage}. It has: {known}.',
    de: 'Die Kette hat keine Station {stage}. Sie hat: {known}.',
  },
  'replay.stages-out-of-order': {
    en: 'In the chain {from} does not come before {stage}. Its order: {known}.',
    de: 'In der Kette kommt {from} nicht vor {stage}. Ihre Reihenfolge: {known}.',
  },
  'replay.unknown-release': {
    en: 'The log knows no release {release}. It knows: {known}.',
    de: 'Das Protokoll kennt keine Veröffentlichung {release}. Es kennt: {known}.',
  },
  'replay.other-table': {
    en: 'The release names the perturbation table {name} with the hash {expected}; the one given has {found}.',
    de: 'Die Veröffentlichung nennt die Überlagerungstabelle {name} mit der Prüfsumme {expected}; die gegebene hat {found}.',
  },
  'replay.other-series': {
    en: 'The release belongs to the series {expected}; the key given is that of {found}.',
    de: 'Die Veröffentlichung gehört zur Reihe {expected}; der gegebene Schlüssel ist der von {found}.',
  },
  'replay.other-digest': {
    en: 'The release comes out otherwise than it was published: digest {found} where {expected} was published.',
    de: 'Die Veröffentlichung kommt anders heraus, als sie veröffentlicht wurde: Prüfsumme {found} statt {expected}.',
  },
  'replay.missing-record-key': {
    en: 'The sealed map has no record key for a child of the log: the two do not belong together.',
    de: 'Die versiegelte Zuordnung hat für ein Kind des Protokolls keinen Schlüssel: Beide gehören nicht zusammen.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type FaultCode = keyof typeof FAULTS;

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}

/** Why a log can't be replayed, with a stable code. */
export class ReplayFault extends Error {
  override readonly name = 'ReplayFault';

  constructor(
    readonly code: FaultCode,
    readonly params: Params = {},
  ) {
    super(faultText(code, params, 'en'));
  }
}

export function faultText(code: FaultCode, params: Params, language: keyof Text): string {
  return filledText(FAULTS[code][language], params);
}
