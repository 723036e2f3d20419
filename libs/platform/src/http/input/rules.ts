import { defineProblems } from '../../problems/catalogue';
import type { ProblemDefinition, ProblemText } from '../../problems/problem-definition';

/** Where a value stood: a member of the body (422), or a parameter of the query string (400). */
export type Place = 'member' | 'parameter';

export type Rule = keyof typeof texts;

const texts = {
  unknown: {
    title: { en: 'Unknown {place}', de: '{Place} unbekannt' },
    detail: {
      en: 'There is no such {place}; valid are {allowed}.',
      de: 'Das gibt es nicht; gültig sind {allowed}.',
    },
  },
  missing: {
    title: { en: 'Missing {place}', de: '{Place} fehlt' },
    detail: { en: 'The {place} is required.', de: 'Die Angabe ist notwendig.' },
  },
  repeated: {
    title: { en: 'Repeated {place}', de: '{Place} wiederholt' },
    detail: { en: 'The {place} may be given once only.', de: 'Die Angabe darf nur einmal vorkommen.' },
  },
  type: {
    title: { en: 'Wrong type', de: 'Falscher Typ' },
    detail: { en: 'The value must be of the type {expected}.', de: 'Der Wert muss vom Typ {expected} sein.' },
  },
  choice: {
    title: { en: 'Value not allowed', de: 'Wert nicht erlaubt' },
    detail: { en: 'Valid are {allowed}.', de: 'Gültig sind {allowed}.' },
  },
  range: {
    title: { en: 'Out of range', de: 'Außerhalb des Bereichs' },
    detail: { en: 'The limit is {expected}.', de: 'Die Grenze ist {expected}.' },
  },
  length: {
    title: { en: 'Wrong length', de: 'Falsche Länge' },
    detail: { en: 'The length may be {expected}.', de: 'Die Länge darf {expected} sein.' },
  },
  format: {
    title: { en: 'Wrong format', de: 'Falsches Format' },
    detail: {
      en: 'The value does not have the form {expected}.',
      de: 'Der Wert hat nicht die Form {expected}.',
    },
  },
} satisfies Record<string, { title: ProblemText; detail: ProblemText }>;

const places: Readonly<Record<Place, { status: number; noun: ProblemText }>> = {
  member: { status: 422, noun: { en: 'member', de: 'Feld' } },
  parameter: { status: 400, noun: { en: 'query parameter', de: 'Parameter' } },
};

/** The stable code of a broken rule, such as `platform.member-missing` or `platform.parameter-unknown`. */
export function codeOf(place: Place, rule: Rule): string {
  return `platform.${place}-${rule}`;
}

function definitions(place: Place): Record<string, ProblemDefinition> {
  const { status, noun } = places[place];
  const say = ({ en, de }: ProblemText): ProblemText => ({
    en: en.replace('{place}', noun.en),
    de: de.replace('{Place}', noun.de),
  });
  return Object.fromEntries(
    (Object.keys(texts) as Rule[]).map((rule) => [
      codeOf(place, rule),
      { status, title: say(texts[rule].title), detail: say(texts[rule].detail) },
    ]),
  );
}

defineProblems({ ...definitions('member'), ...definitions('parameter') });
