import type { Language } from '@lueckenlos/platform';

const english = {
  database: 'Starting the database',
  migrations: 'Bringing the tables up to date',
  http: 'Starting the services',
  synthesising: 'Inventing a Krefeld: births 2006 to 2025, no real child among them',
  importing: 'Recording events',
  projecting: 'Computing drop-offs',
  ready: 'Ready',
  addresses: 'Addresses',
  api: 'API',
  documentation: 'Documentation',
  health: 'Health',
  tokens: 'Tokens',
  clients: 'Demo clients (secrets, readable by you alone, in {file})',
  data: 'Data folder',
  stop: 'Stop with Ctrl-C. Everything stays in the data folder.',
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
  ready: 'Bereit',
  addresses: 'Adressen',
  api: 'API',
  documentation: 'Dokumentation',
  health: 'Zustand',
  tokens: 'Token',
  clients: 'Demo-Zugänge (Geheimnisse, nur für Sie lesbar, in {file})',
  data: 'Datenordner',
  stop: 'Beenden mit Strg-C. Alles bleibt im Datenordner.',
  filled: '{events} Ereignisse in {seconds} s; der Prozess belegt {memory} MB',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en: english, de: german };

/** Puts values into the {places} of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
