import { defineProblems } from '@lueckenlos/platform';

/** Warnings never refuse anything; they have the form of a problem so that they have a code and texts like one. */
const status = 200;

export const warnings = defineProblems({
  'recording.before-birth': {
    status,
    title: { en: 'Before the birth', de: 'Vor der Geburt' },
    detail: {
      en: 'The month lies before the birth month of the case as it is known.',
      de: 'Der Monat liegt vor dem bekannten Geburtsmonat des Falls.',
    },
  },
  'recording.after-death': {
    status,
    title: { en: 'After the death', de: 'Nach dem Tod' },
    detail: {
      en: 'The month lies after the month of death of the case as it is known.',
      de: 'Der Monat liegt nach dem bekannten Sterbemonat des Falls.',
    },
  },
  'recording.outside-every-window': {
    status,
    title: { en: 'Outside every window', de: 'Außerhalb jedes Zeitfensters' },
    detail: {
      en: 'No chain expects the stage in this month of a child born when this one was.',
      de: 'Keine Kette erwartet die Station in diesem Monat bei einem Kind mit diesem Geburtsmonat.',
    },
  },
  'recording.linked-case-not-yet-known': {
    status,
    title: { en: 'A linked case is not known yet', de: 'Ein verknüpfter Fall ist noch nicht bekannt' },
    detail: {
      en: 'No record of at least one of the two pseudonyms has arrived yet. Is it written correctly?',
      de: 'Zu mindestens einem der beiden Pseudonyme liegt noch keine Meldung vor. Ist es richtig geschrieben?',
    },
  },
  'recording.delivery-not-announced': {
    status,
    title: { en: 'Not announced', de: 'Nicht angekündigt' },
    detail: {
      en: 'Nothing of it stands in the delivery calendar of your agency. It counts once it is announced.',
      de: 'Nichts davon steht im Lieferkalender Ihrer Stelle. Es zählt, sobald es angekündigt ist.',
    },
  },
  'recording.delivery-nothing-new': {
    status,
    title: { en: 'Nothing new', de: 'Nichts Neues' },
    detail: {
      en: 'All of this was completed, or not completed, before.',
      de: 'All dies war schon vorher abgeschlossen oder offen.',
    },
  },
  'recording.target-not-yet-known': {
    status,
    title: { en: 'The target is not known yet', de: 'Das Ziel ist noch nicht bekannt' },
    detail: {
      en: 'The record is parked: it has no effect until the one it names arrives.',
      de: 'Die Meldung ist geparkt: Sie wirkt erst, wenn die genannte Meldung eintrifft.',
    },
  },
});

export type WarningCode = keyof typeof warnings;
