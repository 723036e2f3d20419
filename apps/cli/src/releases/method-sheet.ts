import type { Language } from '@lueckenlos/terminal';
import type { ReleaseTerms } from './release-content';

/** A part of the method sheet: a heading and what stands under it, each line a paragraph. */
export interface MethodSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** How the figures of a release were made, what they mean, and how they are verified: for people without other papers. */
export function methodSheet(terms: ReleaseTerms, language: Language): MethodSection[] {
  return language === 'de' ? german(terms) : english(terms);
}

function german({
  asOf,
  knownBefore,
  position,
  table,
  floor,
  series,
  codeVersion,
  digest,
}: ReleaseTerms): MethodSection[] {
  const { maxNoise, variance, blockedUpTo } = table.parameters;
  return [
    {
      heading: 'Was gezählt wird',
      lines: [
        `Kinder, einmal je Kind, mit dem Stand am Ende des Monats ${asOf}: was bis dahin geschehen und vor ${knownBefore} bekannt war (Position ${position} im Log).`,
        'Jedes Kind im Bestand hat an jeder Station genau einen Status. Erreicht: rechtzeitig, verspätet oder nach Verlust zurückgekommen. Verloren: bis Fristende nicht erreicht, obwohl es hier lebte. Wer vorher fortzog oder verstarb, zählt weder als erreicht noch als verloren; wer nach der Frist zuzog, wird nicht beobachtet.',
        `Der Anteil bezieht sich auf Kinder, deren Frist abgelaufen ist und die an ihrem Ende hier lebten. Das 95-%-Intervall (Wilson) enthält das Rauschen. Unter einer Basis von ${floor} wird kein Anteil gezeigt.`,
      ],
    },
    {
      heading: 'Wie die Zahlen geschützt sind',
      lines: [
        `Jede Zahl ist nach der Cell-Key-Methode ein wenig verändert, um höchstens ${maxNoise}, im Mittel um nichts (Varianz ${variance}). Dieselben Kinder haben überall dieselbe veröffentlichte Zahl.`,
        `Zahlen von 1 bis ${blockedUpTo} werden nie veröffentlicht. Eine Null oder eine fehlende Zahl kann bis zu ${maxNoise} Kinder verbergen.`,
        'Teile ergeben zusammen nicht genau das Ganze. Das ist kein Fehler und soll nicht ausgeglichen werden. Unterschiede von wenigen Kindern bedeuten nichts.',
        `Störtabelle ${table.name}, SHA-256 ${table.digest}; Serie ${series}: Nur Veröffentlichungen derselben Serie sind vergleichbar.`,
      ],
    },
    {
      heading: 'Wie man nachprüft',
      lines: [
        `Prüfsumme der veröffentlichten Zellen (SHA-256): ${digest}`,
        'Sie wird aus den Zeilen von cells.ndjson gebildet: nach Bytes sortiert, durch Kommas verbunden, in eckige Klammern gesetzt.',
        'Die Prüfstelle zählt mit dem Log, der Störtabelle und dem Schlüssel der Serie erneut und muss dieselbe Prüfsumme erhalten.',
        `Gezählt hat Version ${codeVersion ?? '(nicht festgehalten)'} der Software. Eine andere kann anders rechnen und sagt dann, dass sie eine andere ist.`,
      ],
    },
  ];
}

function english({
  asOf,
  knownBefore,
  position,
  table,
  floor,
  series,
  codeVersion,
  digest,
}: ReleaseTerms): MethodSection[] {
  const { maxNoise, variance, blockedUpTo } = table.parameters;
  return [
    {
      heading: 'What is counted',
      lines: [
        `Children, each once, as of the end of ${asOf}: what had happened by then and was known before ${knownBefore} (position ${position} in the log).`,
        'Each child in scope has exactly one status at each stage. Reached: on time, late, or back after having been lost. Lost: not reached by the deadline while living here. Who moved away or died before counts neither as reached nor as lost; who moved in after the deadline is not observed.',
        `The share is of the children whose deadline has passed and who lived here when it did. The 95 % interval (Wilson) contains the noise. On a base below ${floor} no share is shown.`,
      ],
    },
    {
      heading: 'How the figures are protected',
      lines: [
        `Each count is changed a little by the cell-key method, by ${maxNoise} at most, by nothing on average (variance ${variance}). The same children have the same published count everywhere.`,
        `Counts from 1 to ${blockedUpTo} are never published. A zero or a missing count may hide up to ${maxNoise} children.`,
        'Parts do not add up to the whole exactly. That is no mistake and is not to be mended. Differences of a few children mean nothing.',
        `Perturbation table ${table.name}, SHA-256 ${table.digest}; series ${series}: only releases of one series can be compared.`,
      ],
    },
    {
      heading: 'How to verify',
      lines: [
        `Digest of the published cells (SHA-256): ${digest}`,
        'It is made of the lines of cells.ndjson: sorted by bytes, joined by commas, put in square brackets.',
        'An auditor counts again with the log, the perturbation table and the key of the series, and must get the same digest.',
        `Version ${codeVersion ?? '(not written down)'} of the software counted it. Another one may count otherwise, and then says that it is another.`,
      ],
    },
  ];
}
