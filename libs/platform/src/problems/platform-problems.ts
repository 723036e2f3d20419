import { defineProblems } from './catalogue';
import type { ProblemDefinition } from './problem-definition';

function problem(
  status: number,
  en: [title: string, detail: string],
  de: [string, string],
): ProblemDefinition {
  return { status, title: { en: en[0], de: de[0] }, detail: { en: en[1], de: de[1] } };
}

/** What can be wrong with any request, whatever it is about. */
export const platformProblems = defineProblems({
  'platform.bad-request': problem(
    400,
    ['Malformed request', 'The request cannot be understood.'],
    ['Fehlerhafte Anfrage', 'Die Anfrage ist nicht verständlich.'],
  ),
  'platform.invalid-url': problem(
    400,
    ['Malformed address', 'The address holds broken percent escapes or control characters.'],
    ['Fehlerhafte Adresse', 'Die Adresse enthält fehlerhafte Prozentkodierung oder Steuerzeichen.'],
  ),
  'platform.unauthorized': problem(
    401,
    ['Not authenticated', 'The request needs a valid bearer token.'],
    ['Nicht angemeldet', 'Die Anfrage braucht ein gültiges Bearer-Token.'],
  ),
  'platform.forbidden': problem(
    403,
    ['Not allowed', 'The token does not allow this.'],
    ['Nicht erlaubt', 'Das Token erlaubt dies nicht.'],
  ),
  'platform.unknown-route': problem(
    404,
    ['Unknown address', 'Nothing is found at this address.'],
    ['Unbekannte Adresse', 'Unter dieser Adresse ist nichts zu finden.'],
  ),
  'platform.not-found': problem(
    404,
    ['Not found', 'There is no such thing.'],
    ['Nicht gefunden', 'Das Gesuchte gibt es nicht.'],
  ),
  'platform.method-not-allowed': problem(
    405,
    ['Method not allowed', 'This address takes {allowed}.'],
    ['Methode nicht erlaubt', 'Diese Adresse nimmt {allowed} an.'],
  ),
  'platform.not-acceptable': problem(
    406,
    ['Not acceptable', 'The answer does not exist in a media type that the client accepts.'],
    ['Nicht annehmbar', 'Die Antwort gibt es nicht in einem Format, das der Client annimmt.'],
  ),
  'platform.request-timeout': problem(
    408,
    ['Request took too long', 'The request did not arrive in time.'],
    ['Anfrage dauerte zu lange', 'Die Anfrage ist nicht rechtzeitig angekommen.'],
  ),
  'platform.conflict': problem(
    409,
    ['Conflict', 'The request contradicts what is stored.'],
    ['Widerspruch', 'Die Anfrage widerspricht dem, was gespeichert ist.'],
  ),
  'platform.unprocessable': problem(
    422,
    ['Rule broken', 'The request is well-formed, but breaks a rule.'],
    ['Regel verletzt', 'Die Anfrage ist wohlgeformt, verletzt aber eine Regel.'],
  ),
  'platform.too-many-requests': problem(
    429,
    ['Too many requests', 'Too many requests; try again later.'],
    ['Zu viele Anfragen', 'Zu viele Anfragen; bitte später erneut versuchen.'],
  ),
  'platform.headers-too-large': problem(
    431,
    ['Headers too large', 'The headers or the address of the request are too long.'],
    ['Kopfzeilen zu groß', 'Die Kopfzeilen oder die Adresse der Anfrage sind zu lang.'],
  ),
  'platform.internal-error': problem(
    500,
    ['Internal error', 'Something went wrong on our side. The instance identifies the case in the log.'],
    [
      'Interner Fehler',
      'Auf unserer Seite ist etwas schiefgegangen. Die Instanz bezeichnet den Fall im Protokoll.',
    ],
  ),
  'platform.unavailable': problem(
    503,
    ['Not available', 'The service is not available at the moment; try again later.'],
    ['Nicht verfügbar', 'Der Dienst ist im Augenblick nicht verfügbar; bitte später erneut versuchen.'],
  ),
  'platform.not-ready': problem(
    503,
    ['Not ready', 'Not ready: {failing}.'],
    ['Nicht bereit', 'Nicht bereit: {failing}.'],
  ),
  'platform.check-timed-out': problem(
    503,
    ['No answer in time', 'A part of the process did not say in time how it stands.'],
    [
      'Keine rechtzeitige Antwort',
      'Ein Teil des Prozesses hat nicht rechtzeitig gesagt, wie es um ihn steht.',
    ],
  ),
  // Shown by the health of a process that works all the same: no refusal, like a warning.
  'platform.clock-skew': problem(
    200,
    [
      'The clocks differ',
      'The clock of this machine and that of the database differ by {seconds} seconds. Known instants come from the former.',
    ],
    [
      'Die Uhren gehen verschieden',
      'Die Uhr dieses Rechners und die der Datenbank weichen um {seconds} Sekunden ab. Bekannt-Zeitpunkte kommen von der ersten.',
    ],
  ),
});
