import { defineProblems } from '@lueckenlos/platform';

const status = 422;

/** What a member of an event may look like, whoever sends it. The codes are part of the contract. */
export const memberProblems = defineProblems({
  'recording.not-an-object': {
    status,
    title: { en: 'Not an event', de: 'Kein Ereignis' },
    detail: {
      en: 'An event is a JSON object with the members of a CloudEvent.',
      de: 'Ein Ereignis ist ein JSON-Objekt mit den Angaben eines CloudEvents.',
    },
  },
  'recording.missing-member': {
    status,
    title: { en: 'A member is missing', de: 'Eine Angabe fehlt' },
    detail: { en: 'The member {member} is required.', de: 'Die Angabe {member} ist erforderlich.' },
  },
  'recording.unknown-member': {
    status,
    title: { en: 'Unknown member', de: 'Unbekannte Angabe' },
    detail: {
      en: 'This member is not allowed here. Allowed are: {allowed}.',
      de: 'Diese Angabe ist hier nicht erlaubt. Erlaubt sind: {allowed}.',
    },
  },
  'recording.bad-specversion': {
    status,
    title: { en: 'Wrong version of CloudEvents', de: 'Falsche CloudEvents-Version' },
    detail: { en: 'specversion must be the text "1.0".', de: 'specversion muss der Text „1.0“ sein.' },
  },
  'recording.bad-id': {
    status,
    title: { en: 'Invalid id', de: 'Ungültige Kennung' },
    detail: {
      en: 'An id is a text of 1 to 128 characters without control characters.',
      de: 'Eine Kennung ist ein Text aus 1 bis 128 Zeichen ohne Steuerzeichen.',
    },
  },
  'recording.bad-source': {
    status,
    title: { en: 'Invalid source', de: 'Ungültige Quelle' },
    detail: { en: 'source must be a text.', de: 'source muss ein Text sein.' },
  },
  'recording.unknown-type': {
    status,
    title: { en: 'Unknown type of event', de: 'Unbekannter Ereignistyp' },
    detail: {
      en: 'The type must be one of: {allowed}.',
      de: 'Der Typ muss einer von diesen sein: {allowed}.',
    },
  },
  'recording.bad-subject': {
    status,
    title: { en: 'Invalid case pseudonym', de: 'Ungültiges Fallpseudonym' },
    detail: {
      en: 'A pseudonym has 1 to 128 characters out of A–Z, a–z, 0–9, _ and -.',
      de: 'Ein Pseudonym hat 1 bis 128 Zeichen aus A–Z, a–z, 0–9, _ und -.',
    },
  },
  'recording.bad-time': {
    status,
    title: { en: 'Invalid time', de: 'Ungültige Zeitangabe' },
    detail: {
      en: 'time must be an instant of RFC 3339, such as 2015-08-31T09:00:00Z.',
      de: 'time muss ein Zeitpunkt nach RFC 3339 sein, etwa 2015-08-31T09:00:00Z.',
    },
  },
  'recording.bad-content-type': {
    status,
    title: { en: 'Wrong media type of the data', de: 'Falscher Medientyp der Daten' },
    detail: {
      en: 'datacontenttype, if sent, must be application/json.',
      de: 'datacontenttype muss, wenn angegeben, application/json sein.',
    },
  },
  'recording.bad-knownat': {
    status,
    title: { en: 'Invalid known instant', de: 'Ungültiger Kenntniszeitpunkt' },
    detail: {
      en: 'knownat must be an instant of RFC 3339, such as 2015-08-31T09:00:00Z.',
      de: 'knownat muss ein Zeitpunkt nach RFC 3339 sein, etwa 2015-08-31T09:00:00Z.',
    },
  },
  'recording.bad-data': {
    status,
    title: { en: 'Invalid data', de: 'Ungültige Daten' },
    detail: { en: 'data must be a JSON object.', de: 'data muss ein JSON-Objekt sein.' },
  },
  'recording.bad-stage': {
    status,
    title: { en: 'Invalid stage', de: 'Ungültige Station' },
    detail: {
      en: 'A stage is given by its id, a text.',
      de: 'Eine Station wird durch ihre Kennung angegeben, einen Text.',
    },
  },
  'recording.bad-month': {
    status,
    title: { en: 'Not a month', de: 'Kein Monat' },
    detail: {
      en: 'occurredOn must be a month, YYYY-MM, or a day that exists, YYYY-MM-DD, of which the month is kept.',
      de: 'occurredOn muss ein Monat sein, JJJJ-MM, oder ein Tag, den es gibt, JJJJ-MM-TT; der Monat wird behalten.',
    },
  },
  'recording.bad-area': {
    status,
    title: { en: 'Invalid area', de: 'Ungültiges Gebiet' },
    detail: {
      en: 'An area is given by its code, a text, or null where it is unknown.',
      de: 'Ein Gebiet wird durch seinen Schlüssel angegeben, einen Text, oder null, wenn es unbekannt ist.',
    },
  },
  'recording.bad-poverty-risk': {
    status,
    title: { en: 'Invalid poverty risk', de: 'Ungültige Angabe zum Armutsrisiko' },
    detail: {
      en: 'povertyRisk must be true, false or null.',
      de: 'povertyRisk muss true, false oder null sein.',
    },
  },
  'recording.bad-target': {
    status,
    title: { en: 'Invalid target', de: 'Ungültiges Ziel' },
    detail: {
      en: 'The target is named by its id, a text of 1 to 128 characters without control characters.',
      de: 'Das Ziel wird durch seine Kennung benannt, einen Text aus 1 bis 128 Zeichen ohne Steuerzeichen.',
    },
  },
  'recording.bad-other': {
    status,
    title: { en: 'Invalid other pseudonym', de: 'Ungültiges anderes Pseudonym' },
    detail: {
      en: 'The other pseudonym has 1 to 128 characters out of A–Z, a–z, 0–9, _ and -.',
      de: 'Das andere Pseudonym hat 1 bis 128 Zeichen aus A–Z, a–z, 0–9, _ und -.',
    },
  },
  'recording.bad-period': {
    status,
    title: { en: 'Invalid period', de: 'Ungültiger Zeitraum' },
    detail: {
      en: 'A period has a first and a last month, {"from": "2026-04", "to": "2026-06"}.',
      de: 'Ein Zeitraum hat einen ersten und einen letzten Monat, {"from": "2026-04", "to": "2026-06"}.',
    },
  },
  'recording.bad-stages': {
    status,
    title: { en: 'Invalid list of stages', de: 'Ungültige Liste von Stationen' },
    detail: {
      en: 'stages, if sent, lists 1 to 500 ids of stages, each once.',
      de: 'stages nennt, wenn angegeben, 1 bis 500 Kennungen von Stationen, jede einmal.',
    },
  },
  'recording.bad-areas': {
    status,
    title: { en: 'Invalid list of areas', de: 'Ungültige Liste von Gebieten' },
    detail: {
      en: 'areas, if sent, lists 1 to 500 codes of areas, each once.',
      de: 'areas nennt, wenn angegeben, 1 bis 500 Schlüssel von Gebieten, jeden einmal.',
    },
  },
  'recording.bad-reason': {
    status,
    title: { en: 'Invalid reason', de: 'Ungültige Begründung' },
    detail: {
      en: 'A reason is a text of 1 to 500 characters without control characters.',
      de: 'Eine Begründung ist ein Text aus 1 bis 500 Zeichen ohne Steuerzeichen.',
    },
  },
});
