import { defineProblems } from '@lueckenlos/platform';

/** Every refusal of this library, with its texts. The codes are part of the contract. */
export const accessProblems = defineProblems({
  'access.no-token': {
    status: 401,
    title: { en: 'No access token', de: 'Kein Zugriffstoken' },
    detail: {
      en: 'Send an access token in the Authorization header, as "Bearer <token>".',
      de: 'Senden Sie ein Zugriffstoken im Authorization-Header, als „Bearer <Token>“.',
    },
  },
  'access.invalid-token': {
    status: 401,
    title: { en: 'The access token is not valid', de: 'Das Zugriffstoken ist ungültig' },
    detail: {
      en: 'The token is malformed, or was not signed by the trusted issuer for this service.',
      de: 'Das Token ist fehlerhaft oder nicht vom vertrauten Aussteller für diesen Dienst unterschrieben.',
    },
  },
  'access.expired-token': {
    status: 401,
    title: { en: 'The access token has expired', de: 'Das Zugriffstoken ist abgelaufen' },
    detail: {
      en: 'Get a new access token from the issuer and send the request again.',
      de: 'Holen Sie beim Aussteller ein neues Zugriffstoken und senden Sie die Anfrage noch einmal.',
    },
  },
  'access.missing-scope': {
    status: 403,
    title: { en: 'A scope is missing', de: 'Ein Berechtigungsumfang fehlt' },
    detail: {
      en: 'This needs the scope {scope}, which the token does not carry.',
      de: 'Dafür ist der Scope {scope} nötig, den das Token nicht enthält.',
    },
  },
  'access.no-agency': {
    status: 403,
    title: { en: 'The token names no agency', de: 'Das Token nennt keine Stelle' },
    detail: {
      en: 'Records belong to an agency: the issuer must put the claim "agency" into the token.',
      de: 'Meldungen gehören einer Stelle: Der Aussteller muss die Angabe „agency“ in das Token schreiben.',
    },
  },
  'access.issuer-unavailable': {
    status: 503,
    title: { en: 'The token issuer cannot be reached', de: 'Der Token-Aussteller ist nicht erreichbar' },
    detail: {
      en: 'The token cannot be checked at the moment. Send the request again later.',
      de: 'Das Token kann zurzeit nicht geprüft werden. Senden Sie die Anfrage später noch einmal.',
    },
  },
  'access.bad-purpose': {
    status: 400,
    title: { en: 'The purpose cannot be recorded', de: 'Der Zweck kann nicht festgehalten werden' },
    detail: {
      en: 'The Purpose header may hold up to {limit} characters and no control characters.',
      de: 'Der Header Purpose darf bis zu {limit} Zeichen und keine Steuerzeichen enthalten.',
    },
  },
  'access.span-reversed': {
    status: 400,
    title: { en: 'The end is before the beginning', de: 'Das Ende liegt vor dem Anfang' },
    detail: {
      en: 'Nothing can lie between {from} and {to}.',
      de: 'Zwischen {from} und {to} kann nichts liegen.',
    },
  },
  'access.log-unavailable': {
    status: 503,
    title: { en: 'The access cannot be logged', de: 'Der Zugriff kann nicht protokolliert werden' },
    detail: {
      en: 'An answer that cannot be logged is not given. Send the request again later.',
      de: 'Was nicht protokolliert werden kann, wird nicht beantwortet. Versuchen Sie es später noch einmal.',
    },
  },
});
