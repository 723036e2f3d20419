import { defineProblems } from './catalogue';
import type { ProblemDefinition } from './problem-definition';

function away(title: { en: string; de: string }, detail: { en: string; de: string }): ProblemDefinition {
  return { status: 503, title, detail };
}

/** Why the database can't serve at the moment. All of them pass: by themselves, or once somebody has seen to them. */
export const databaseProblems = defineProblems({
  'platform.database-unreachable': away(
    { en: 'The database cannot be reached', de: 'Die Datenbank ist nicht erreichbar' },
    {
      en: 'Nothing answers at the host and port of the database, or the connection broke.',
      de: 'Unter Rechnername und Port der Datenbank antwortet niemand, oder die Verbindung ist abgebrochen.',
    },
  ),
  'platform.database-restarting': away(
    { en: 'The database is starting or stopping', de: 'Die Datenbank startet oder stoppt gerade' },
    {
      en: 'The database is starting, recovering from a crash, or shutting down.',
      de: 'Die Datenbank startet, erholt sich von einem Absturz oder fährt herunter.',
    },
  ),
  'platform.database-login-refused': away(
    { en: 'The database refuses the login', de: 'Die Datenbank verweigert die Anmeldung' },
    {
      en: 'The database refuses the user, the password or the database named in DATABASE_URL.',
      de: 'Die Datenbank weist Benutzer, Passwort oder Datenbanknamen aus DATABASE_URL zurück.',
    },
  ),
  'platform.database-untrusted': away(
    { en: 'The database is not trusted', de: 'Der Datenbank wird nicht vertraut' },
    {
      en: 'The certificate of the database is not signed by the expected authority, has expired or names another host, or it offers no TLS.',
      de: 'Das Zertifikat der Datenbank stammt nicht von der erwarteten Stelle, ist abgelaufen oder nennt einen anderen Rechner, oder sie bietet kein TLS an.',
    },
  ),
  'platform.database-full': away(
    { en: 'The disk of the database is full', de: 'Der Datenträger der Datenbank ist voll' },
    {
      en: 'The database has no room left to write. Work goes on by itself once there is room again.',
      de: 'Die Datenbank hat keinen Platz zum Schreiben. Sobald wieder Platz ist, geht es von selbst weiter.',
    },
  ),
  'platform.database-exhausted': away(
    { en: 'The database has no capacity left', de: 'Die Datenbank ist ausgelastet' },
    {
      en: 'The database has too many connections or too little memory.',
      de: 'Die Datenbank hat zu viele Verbindungen oder zu wenig Speicher.',
    },
  ),
  'platform.database-read-only': away(
    { en: 'The database is read-only', de: 'Die Datenbank lässt nur Lesen zu' },
    {
      en: 'The database takes no changes: it is a standby, or was set to read-only.',
      de: 'Die Datenbank nimmt keine Änderungen an: Sie ist ein Ersatzserver oder auf Nur-Lesen gestellt.',
    },
  ),
  'platform.database-unavailable': away(
    { en: 'The database does not serve', de: 'Die Datenbank steht nicht zur Verfügung' },
    {
      en: 'The database does not serve at the moment. The log names its error code.',
      de: 'Die Datenbank steht im Augenblick nicht zur Verfügung. Das Protokoll nennt ihren Fehlercode.',
    },
  ),
});
