import { defineProblems, type ProblemDefinition } from '@lueckenlos/platform';

/** What can be wrong with a file or a job as a whole. */
const whole = {
  'imports.unknown-import': {
    status: 404,
    title: { en: 'No such import', de: 'Kein solcher Import' },
    detail: {
      en: 'Your agency has no import with this id.',
      de: 'Ihre Stelle hat keinen Import mit dieser Kennung.',
    },
  },
  'imports.trailing-bytes': {
    status: 400,
    title: { en: 'Bytes behind the end', de: 'Bytes hinter dem Ende' },
    detail: {
      en: 'Something follows the end of the compressed file. Nothing of it was stored.',
      de: 'Hinter dem Ende der komprimierten Datei folgt noch etwas. Nichts davon wurde gespeichert.',
    },
  },
  'imports.missing-column': {
    status: 400,
    title: { en: 'A column is missing', de: 'Eine Spalte fehlt' },
    detail: {
      en: 'The first line names the columns; {column} is missing. Fields are separated by commas.',
      de: 'Die erste Zeile nennt die Spalten; {column} fehlt. Felder werden durch Kommas getrennt.',
    },
  },
  'imports.unknown-column': {
    status: 400,
    title: { en: 'Unknown column', de: 'Unbekannte Spalte' },
    detail: { en: 'There are these columns: {allowed}.', de: 'Es gibt diese Spalten: {allowed}.' },
  },
  'imports.repeated-column': {
    status: 400,
    title: { en: 'Column named twice', de: 'Spalte doppelt genannt' },
    detail: { en: 'The column {column} is there twice.', de: 'Die Spalte {column} gibt es zweimal.' },
  },
  'imports.stopped': {
    status: 500,
    title: { en: 'The import was given up', de: 'Der Import wurde abgebrochen' },
    detail: {
      en: 'Storing failed again and again from this line on. Send the file again: what is in counts as a duplicate then.',
      de: 'Ab dieser Zeile schlug das Speichern wiederholt fehl. Bitte erneut senden: Gespeichertes zählt dann als doppelt.',
    },
  },
} as const satisfies Record<string, ProblemDefinition>;

/** What can be wrong with a line before anybody looks at what it says. */
const line = {
  'imports.line-too-long': {
    status: 400,
    title: { en: 'Line too long', de: 'Zeile zu lang' },
    detail: { en: 'A line has at most {limit} bytes.', de: 'Eine Zeile hat höchstens {limit} Bytes.' },
  },
  'imports.unclosed-quote': {
    status: 400,
    title: { en: 'Quote not closed', de: 'Anführungszeichen nicht geschlossen' },
    detail: {
      en: 'A quote opens in this line and is not closed. The following lines were read on their own.',
      de: 'In dieser Zeile öffnet ein Anführungszeichen und schließt nicht. Die folgenden wurden für sich gelesen.',
    },
  },
  'imports.broken-quotes': {
    status: 400,
    title: { en: 'Broken quotes', de: 'Fehlerhafte Anführungszeichen' },
    detail: {
      en: 'A field with quotes is quoted as a whole, and quotes in it are doubled (RFC 4180).',
      de: 'Ein Feld mit Anführungszeichen steht ganz in solchen, und die darin werden verdoppelt (RFC 4180).',
    },
  },
  'imports.wrong-field-count': {
    status: 400,
    title: { en: 'Wrong number of fields', de: 'Falsche Anzahl von Feldern' },
    detail: {
      en: 'The header has {expected} columns, this line {found} fields.',
      de: 'Die Kopfzeile hat {expected} Spalten, diese Zeile {found} Felder.',
    },
  },
  'imports.invalid-utf8': {
    status: 400,
    title: { en: 'Invalid UTF-8', de: 'Ungültiges UTF-8' },
    detail: { en: 'The line is not valid UTF-8.', de: 'Die Zeile ist kein gültiges UTF-8.' },
  },
  'imports.broken-line': {
    status: 400,
    title: { en: 'Broken JSON', de: 'Fehlerhaftes JSON' },
    detail: { en: 'The line is not valid JSON.', de: 'Die Zeile ist kein gültiges JSON.' },
  },
  'imports.nested-too-deeply': {
    status: 400,
    title: { en: 'Nested too deeply', de: 'Zu tief verschachtelt' },
    detail: {
      en: 'The line nests more deeply than any event.',
      de: 'Die Zeile ist tiefer verschachtelt als jedes Ereignis.',
    },
  },
} as const satisfies Record<string, ProblemDefinition>;

export const importProblems = defineProblems({ ...whole, ...line });
