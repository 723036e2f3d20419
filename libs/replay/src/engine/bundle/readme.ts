/** What lies in a bundle, and how to verify it. */
export const README_EN = `# Audit bundle

    node verify.js

Node.js 20 or newer is all it takes. It checks every file against manifest.json, counts the release again from log.ndjson and compares it cell by cell.
Exit code 0: everything is as published. 1: it says which file, line or cell is not. Compare the SHA-256 of the manifest, which it prints first,
with what the sender tells you by another way: whoever changes a file can change the manifest too. To trust the program as little as the figures, read
it: verify.js is the source of the fold, module by module.

| file | what |
| --- | --- |
| log.ndjson | the log up to the position of the release, in order; log.sums has a sum of each line |
| record-keys.ndjson | sealed: of each child the record key, from which the noise follows |
| definitions.json, table.json | the chain, the areas, the perturbation table |
| release.json, published-cells.ndjson | what was published |
| sealed-cells.ndjson | sealed: true counts and cell keys |

**Pseudonyms are new ones**, made for this bundle; the key that made them exists no more. The senders' ids are numbers, reasons of retractions are left out.
These are personal data all the same: months, areas and instants may point at a child for whoever knows it. Keep the bundle closed, delete it when you are done.
`;

export const README_DE = `# Prüfpaket

    node verify.js

Node.js ab Version 20 genügt. Geprüft wird jede Datei gegen manifest.json; dann wird die Veröffentlichung aus log.ndjson nachgerechnet und Feld für Feld verglichen.
Rückgabewert 0: alles ist wie veröffentlicht. 1: genannt wird, welche Datei, Zeile oder welches Feld nicht. Die SHA-256 des Verzeichnisses, die zuerst
erscheint, ist mit dem zu vergleichen, was die absendende Stelle auf anderem Weg mitteilt: Wer eine Datei ändert, kann auch das Verzeichnis ändern. Wer dem Programm so
wenig traut wie den Zahlen, liest es: verify.js ist der Quelltext der Rechnung, Modul für Modul.

| Datei | was |
| --- | --- |
| log.ndjson | das Protokoll bis zur Position der Veröffentlichung, in Reihenfolge; log.sums hat eine Summe je Zeile |
| record-keys.ndjson | versiegelt: je Kind der Schlüssel, aus dem die Überlagerung folgt |
| definitions.json, table.json | die Kette, die Gebiete, die Überlagerungstabelle |
| release.json, published-cells.ndjson | was veröffentlicht wurde |
| sealed-cells.ndjson | versiegelt: wahre Zahlen und Schlüssel der Felder |

**Die Pseudonyme sind neu**, für dieses Paket gemacht; den Schlüssel dazu gibt es nicht mehr. Kennungen der Absender sind Nummern, Gründe von Rücknahmen fehlen.
Es bleiben personenbezogene Daten: Monate, Gebiete und Zeitpunkte können auf ein Kind weisen, wenn jemand es kennt. Verschlossen halten, nach der Prüfung löschen.
`;
