import type { Language } from '@lueckenlos/platform';

const english = {
  database: 'Starting the database',
  migrations: 'Bringing the tables up to date',
  http: 'Starting the services',
  synthesising: 'Inventing a Krefeld: births 2006 to 2025, no real child among them',
  importing: 'Recording events',
  projecting: 'Computing drop-offs',
  publishing: 'Looking for a release, or publishing the first one',
  ready: 'Ready',
  addresses: 'Addresses',
  api: 'API',
  documentation: 'Documentation',
  health: 'Health',
  tokens: 'Tokens',
  clients: 'Demo clients (secrets, readable by you alone, in {file})',
  data: 'Data folder',
  stop: 'Stop with Ctrl-C. Everything stays in the data folder.',
  coordinator:
    'This is what a coordinator sees: GET /v1/drop-offs?chain={chain}&release=latest. Exact figures, for the statistics unit: ' +
    'GET /v1/drop-offs?chain={chain}&asOf={asOf}',
  filled: 'Filled with {events} events in {seconds} s; the process holds {memory} MB',
};

/** What the terminal says. */
export type Texts = Readonly<typeof english>;

const german: Texts = {
  database: 'Datenbank wird gestartet',
  migrations: 'Tabellen werden auf den neuesten Stand gebracht',
  http: 'Dienste werden gestartet',
  synthesising: 'Ein Krefeld wird erfunden: Geburten 2006 bis 2025, kein wirkliches Kind darunter',
  importing: 'Ereignisse werden aufgenommen',
  projecting: 'Abbrüche werden berechnet',
  publishing: 'Eine Veröffentlichung wird gesucht oder die erste erstellt',
  ready: 'Bereit',
  addresses: 'Adressen',
  api: 'API',
  documentation: 'Dokumentation',
  health: 'Zustand',
  tokens: 'Token',
  clients: 'Demo-Zugänge (Geheimnisse, nur für Sie lesbar, in {file})',
  data: 'Datenordner',
  stop: 'Beenden mit Strg-C. Alles bleibt im Datenordner.',
  coordinator:
    'So sieht es eine Koordinatorin: GET /v1/drop-offs?chain={chain}&release=latest. Genaue Zahlen, für die Statistikstelle: ' +
    'GET /v1/drop-offs?chain={chain}&asOf={asOf}',
  filled: '{events} Ereignisse in {seconds} s; der Prozess belegt {memory} MB',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en: english, de: german };

/** Puts values into the {places} of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
