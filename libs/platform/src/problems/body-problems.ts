import { defineProblems } from './catalogue';

/** What can be wrong with a body before anybody looks at what it says. */
export const bodyProblems = defineProblems({
  'platform.broken-json': {
    status: 400,
    title: { en: 'Broken JSON', de: 'Fehlerhaftes JSON' },
    detail: { en: 'The body is not valid JSON.', de: 'Der Inhalt ist kein gültiges JSON.' },
  },
  'platform.empty-body': {
    status: 400,
    title: { en: 'Empty body', de: 'Leerer Inhalt' },
    detail: { en: 'The request needs a JSON body.', de: 'Die Anfrage braucht einen Inhalt in JSON.' },
  },
  'platform.truncated-body': {
    status: 400,
    title: { en: 'Truncated body', de: 'Abgeschnittener Inhalt' },
    detail: { en: 'The body ended too early.', de: 'Der Inhalt endet vorzeitig.' },
  },
  'platform.broken-compression': {
    status: 400,
    title: { en: 'Broken compression', de: 'Fehlerhafte Kompression' },
    detail: { en: 'The body cannot be decompressed.', de: 'Der Inhalt lässt sich nicht entpacken.' },
  },
  'platform.invalid-utf8': {
    status: 400,
    title: { en: 'Not UTF-8', de: 'Kein UTF-8' },
    detail: { en: 'The body is not valid UTF-8.', de: 'Der Inhalt ist kein gültiges UTF-8.' },
  },
  'platform.nested-too-deeply': {
    status: 400,
    title: { en: 'Nested too deeply', de: 'Zu tief verschachtelt' },
    detail: { en: 'At most {limit} levels are allowed.', de: 'Höchstens {limit} Ebenen sind erlaubt.' },
  },
  'platform.forbidden-character': {
    status: 400,
    title: { en: 'Forbidden character', de: 'Verbotenes Zeichen' },
    detail: {
      en: 'Control characters and lone surrogates are not allowed in texts.',
      de: 'Steuerzeichen und einzelne Surrogate sind in Texten nicht erlaubt.',
    },
  },
  'platform.forbidden-member': {
    status: 400,
    title: { en: 'Forbidden member', de: 'Verbotenes Feld' },
    detail: { en: 'A member must not have this name.', de: 'Ein Feld darf nicht so heißen.' },
  },
  'platform.number-out-of-range': {
    status: 400,
    title: { en: 'Number out of range', de: 'Zahl außerhalb des Bereichs' },
    detail: { en: 'The number is too large.', de: 'Die Zahl ist zu groß.' },
  },
  'platform.body-too-large': {
    status: 413,
    title: { en: 'Body too large', de: 'Inhalt zu groß' },
    detail: {
      en: 'The body is larger than {limit} bytes.',
      de: 'Der Inhalt ist größer als {limit} Byte.',
    },
  },
  'platform.unsupported-media-type': {
    status: 415,
    title: { en: 'Unsupported media type', de: 'Nicht unterstütztes Format' },
    detail: {
      en: 'This address does not take bodies of this media type.',
      de: 'Diese Adresse nimmt keine Inhalte dieses Formats an.',
    },
  },
  'platform.unsupported-charset': {
    status: 415,
    title: { en: 'Unsupported charset', de: 'Nicht unterstützter Zeichensatz' },
    detail: { en: 'Bodies must be UTF-8.', de: 'Inhalte müssen UTF-8 sein.' },
  },
  'platform.unsupported-encoding': {
    status: 415,
    title: { en: 'Unsupported compression', de: 'Nicht unterstützte Kompression' },
    detail: {
      en: 'Bodies may be compressed with gzip only.',
      de: 'Inhalte dürfen nur mit gzip komprimiert sein.',
    },
  },
});
