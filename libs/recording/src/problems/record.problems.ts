import { defineProblems } from '@lueckenlos/platform';

/** What depends on the records that are there already. */
export const recordProblems = defineProblems({
  'recording.same-id-different-content': {
    status: 409,
    title: { en: 'Same id, different content', de: 'Gleiche Kennung, anderer Inhalt' },
    detail: {
      en: 'A record with this id was sent with other content. To change it, send a correction with an id of its own.',
      de: 'Unter dieser Kennung wurde anderes gemeldet. Senden Sie zum Ändern eine Korrektur mit eigener Kennung.',
    },
  },
  'recording.target-in-another-case': {
    status: 422,
    title: { en: 'The target belongs to another case', de: 'Das Ziel gehört zu einem anderen Fall' },
    detail: {
      en: 'A correction or retraction must have the same subject as the record it names.',
      de: 'Korrektur oder Rücknahme müssen dasselbe subject haben wie die Meldung, die sie nennen.',
    },
  },
  'recording.target-is-retraction': {
    status: 422,
    title: { en: 'The target is a retraction', de: 'Das Ziel ist eine Rücknahme' },
    detail: {
      en: 'A retraction can be neither corrected nor retracted. Send the record again under a new id.',
      de: 'Eine Rücknahme kann weder korrigiert noch zurückgenommen werden. Melden Sie unter neuer Kennung.',
    },
  },
  'recording.target-not-correctable': {
    status: 422,
    title: { en: 'The target is undone by its opposite', de: 'Das Ziel hebt nur sein Gegenteil auf' },
    detail: {
      en: 'Links and completed deliveries are neither corrected nor retracted. Send the opposite.',
      de: 'Verknüpfungen und Abschlüsse werden nicht korrigiert oder zurückgenommen. Senden Sie das Gegenteil.',
    },
  },
  'recording.correction-cycle': {
    status: 422,
    title: { en: 'Corrections in a circle', de: 'Korrekturen im Kreis' },
    detail: {
      en: 'This correction would, over others, point at itself.',
      de: 'Diese Korrektur würde, über andere, auf sich selbst zeigen.',
    },
  },
  'recording.batch-refused': {
    status: 422,
    title: { en: 'The whole delivery was refused', de: 'Die ganze Lieferung wurde abgelehnt' },
    detail: {
      en: 'Nothing is wrong with this row, but with another one, and the delivery was to be stored as a whole.',
      de: 'Diese Zeile ist in Ordnung, eine andere nicht, und die Lieferung sollte nur als Ganzes gespeichert werden.',
    },
  },
  'recording.unknown-record': {
    status: 404,
    title: { en: 'No such record', de: 'Keine solche Meldung' },
    detail: {
      en: 'Your agency has sent no record with this id.',
      de: 'Ihre Stelle hat keine Meldung mit dieser Kennung gesendet.',
    },
  },
});
