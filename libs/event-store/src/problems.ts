import { defineProblems } from '@lueckenlos/platform';

/** What the store may have to tell a caller, in both languages. Codes are stable, texts may change. */
export const eventStoreProblems = defineProblems({
  'event-store.wrong-expected-revision': {
    status: 409,
    title: { en: 'Changed in the meantime', de: 'Inzwischen geändert' },
    detail: {
      en: 'Somebody else has recorded something here in the meantime ({count} streams). Read again, then repeat.',
      de: 'Hier wurde inzwischen etwas anderes erfasst ({count} Ströme). Bitte neu lesen und dann wiederholen.',
    },
  },
  'event-store.id-conflict': {
    status: 409,
    title: { en: 'Ids are taken', de: 'Kennungen sind vergeben' },
    detail: {
      en: 'Some ids ({count}) are recorded already, but not all of this delivery or not in the same place.',
      de: 'Einige Kennungen ({count}) sind schon erfasst, aber nicht die ganze Lieferung oder an anderer Stelle.',
    },
  },
  'event-store.busy': {
    status: 503,
    title: { en: 'Too much at once', de: 'Zu viel auf einmal' },
    detail: {
      en: 'Too many deliveries are waiting to be recorded. Nothing of this one was recorded; repeat it later.',
      de: 'Zu viele Lieferungen warten auf die Erfassung. Von dieser wurde nichts erfasst; bitte später wiederholen.',
    },
  },
  'event-store.unavailable': {
    status: 503,
    title: { en: 'The log cannot be reached', de: 'Das Ereignisprotokoll ist nicht erreichbar' },
    detail: {
      en: 'The database does not answer. Repeat the same delivery later: what was recorded is not recorded twice.',
      de: 'Die Datenbank antwortet nicht. Bitte dieselbe Lieferung später wiederholen: nichts wird doppelt erfasst.',
    },
  },
  'event-store.unreachable': {
    status: 503,
    title: { en: 'EventStoreDB is unreachable', de: 'EventStoreDB ist nicht erreichbar' },
    detail: {
      en: 'Nobody listens where EVENTSTORE_URL points to: not started, another port, or a network in between.',
      de: 'Wohin EVENTSTORE_URL zeigt, antwortet niemand: nicht gestartet, anderer Port, oder das Netz dazwischen.',
    },
  },
  'event-store.unknown-host': {
    status: 503,
    title: { en: 'EventStoreDB: unknown host', de: 'EventStoreDB: unbekannter Rechnername' },
    detail: {
      en: 'A host name in EVENTSTORE_URL is not known here: misspelt, or name resolution is down.',
      de: 'Ein Rechnername in EVENTSTORE_URL ist hier nicht bekannt: verschrieben, oder die Namensauflösung fällt aus.',
    },
  },
  'event-store.silent': {
    status: 503,
    title: { en: 'EventStoreDB does not answer', de: 'EventStoreDB antwortet nicht' },
    detail: {
      en: 'The node takes connections and does not answer in time: overloaded, halted, or it expects TLS.',
      de: 'Der Knoten nimmt Verbindungen an und antwortet nicht rechtzeitig: überlastet, angehalten, oder er erwartet TLS.',
    },
  },
  'event-store.starting': {
    status: 503,
    title: { en: 'EventStoreDB is starting', de: 'EventStoreDB startet' },
    detail: {
      en: 'The node is starting or too busy to answer.',
      de: 'Der Knoten startet gerade oder ist zu beschäftigt.',
    },
  },
  'event-store.no-leader': {
    status: 503,
    title: { en: 'EventStoreDB has no leader', de: 'EventStoreDB hat keine Leitung' },
    detail: {
      en: 'Nodes can be reached and none of them leads: an election, or fewer than half of them are up.',
      de: 'Knoten sind erreichbar und keiner leitet: eine Wahl läuft, oder weniger als die Hälfte ist da.',
    },
  },
  'event-store.access-denied': {
    status: 503,
    title: { en: 'EventStoreDB denies access', de: 'EventStoreDB verweigert den Zugang' },
    detail: {
      en: 'The user or the password in EVENTSTORE_URL is wrong, or the user may not read $all.',
      de: 'Benutzer oder Passwort in EVENTSTORE_URL sind falsch, oder der Benutzer darf $all nicht lesen.',
    },
  },
  'event-store.without-tls': {
    status: 503,
    title: { en: 'EventStoreDB speaks without TLS', de: 'EventStoreDB spricht ohne TLS' },
    detail: {
      en: 'TLS is expected and something without TLS answers at the port.',
      de: 'Erwartet wird TLS, und am Port antwortet etwas ohne TLS.',
    },
  },
  'event-store.untrusted-certificate': {
    status: 503,
    title: { en: 'EventStoreDB: untrusted certificate', de: 'EventStoreDB: Zertifikat ohne Vertrauen' },
    detail: {
      en: 'The certificate comes from an authority that is not trusted; name the right one as tlsCAFile.',
      de: 'Das Zertifikat stammt von einer Stelle, der nicht vertraut wird; die richtige gehört in tlsCAFile.',
    },
  },
  'event-store.expired-certificate': {
    status: 503,
    title: { en: 'EventStoreDB: expired certificate', de: 'EventStoreDB: abgelaufenes Zertifikat' },
    detail: {
      en: 'The certificate has expired, or is not valid yet by our clock.',
      de: 'Das Zertifikat ist abgelaufen oder nach unserer Uhr noch nicht gültig.',
    },
  },
  'event-store.certificate-of-another-host': {
    status: 503,
    title: { en: 'EventStoreDB: certificate of another host', de: 'EventStoreDB: Zertifikat eines anderen' },
    detail: {
      en: 'The certificate does not name the host that EVENTSTORE_URL names.',
      de: 'Das Zertifikat nennt nicht den Rechner, den EVENTSTORE_URL nennt.',
    },
  },
  'event-store.refused-certificate': {
    status: 503,
    title: { en: 'EventStoreDB: certificate refused', de: 'EventStoreDB: Zertifikat abgelehnt' },
    detail: {
      en: 'No TLS connection comes about: the certificate or the protocol is refused.',
      de: 'Es kommt keine TLS-Verbindung zustande: Zertifikat oder Protokoll werden abgelehnt.',
    },
  },
  'event-store.catching-up': {
    status: 503,
    title: { en: 'Receipts are being completed', de: 'Quittungen werden vervollständigt' },
    detail: {
      en: 'What the log holds and PostgreSQL has missed is being read. It goes on by itself.',
      de: 'Was im Protokoll steht und in PostgreSQL fehlt, wird nachgelesen. Danach geht es von selbst weiter.',
    },
  },
  'event-store.appends-late': {
    status: 503,
    title: { en: 'Appends come too late', de: 'Schreibaufträge kommen zu spät' },
    detail: {
      en: 'The node answers and refuses appends as too late: our clock is more than 10 seconds behind, or it is slow.',
      de: 'Der Knoten antwortet und lehnt Aufträge als verspätet ab: unsere Uhr geht über 10 Sekunden nach, oder er ist langsam.',
    },
  },
  'event-store.appends-denied': {
    status: 503,
    title: { en: 'Appends are not allowed', de: 'Schreiben ist nicht erlaubt' },
    detail: {
      en: 'The user in EVENTSTORE_URL may read and may not append to our streams.',
      de: 'Der Benutzer in EVENTSTORE_URL darf lesen, aber nicht in unsere Ströme schreiben.',
    },
  },
  'event-store.failed': {
    status: 500,
    title: { en: 'The log failed', de: 'Fehler im Ereignisprotokoll' },
    detail: {
      en: 'The database refused the operation ({sqlState}). Nothing was recorded.',
      de: 'Die Datenbank hat den Vorgang abgelehnt ({sqlState}). Es wurde nichts erfasst.',
    },
  },
  'event-store.unstorable-text': {
    status: 400,
    title: { en: 'Text that cannot be stored', de: 'Nicht speicherbarer Text' },
    detail: {
      en: 'A text holds NUL or half of a surrogate pair, which cannot be stored.',
      de: 'Ein Text enthält NUL oder ein halbes Surrogatpaar und kann nicht gespeichert werden.',
    },
  },
  'event-store.not-plain-json': {
    status: 400,
    title: { en: 'Not plain JSON', de: 'Kein einfaches JSON' },
    detail: {
      en: 'Events hold plain JSON only, nested at most {depth} levels deep.',
      de: 'Ereignisse enthalten nur einfaches JSON, höchstens {depth} Ebenen tief verschachtelt.',
    },
  },
  'event-store.too-large': {
    status: 413,
    title: { en: 'Event too large', de: 'Ereignis zu groß' },
    detail: {
      en: 'An event may have {bytes} bytes at most.',
      de: 'Ein Ereignis darf höchstens {bytes} Bytes groß sein.',
    },
  },
  'event-store.malformed-append': {
    status: 500,
    title: { en: 'Malformed append', de: 'Fehlerhafter Schreibauftrag' },
    detail: { en: 'The append breaks the rule {rule}.', de: 'Der Schreibauftrag verletzt die Regel {rule}.' },
  },
});
