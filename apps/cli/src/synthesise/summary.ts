import { formatCount, type Language } from '@lueckenlos/terminal';
import { fill } from '../language/fill';
import type { Tally } from './tally';
import type { Digests } from './write-events';

const TEXTS = {
  events: {
    en: '{events} events in {seconds} s, {rate} a second',
    de: '{events} Ereignisse in {seconds} s, {rate} in der Sekunde',
  },
  output: { en: 'SHA-256 of the output  {digest}', de: 'SHA-256 der Ausgabe  {digest}' },
  lines: { en: 'SHA-256 of the lines   {digest}', de: 'SHA-256 der Zeilen   {digest}' },
};

interface Synthesised {
  readonly tally: Pick<Tally, 'events' | 'kinds'>;
  readonly digests: Digests;
  readonly milliseconds: number;
  readonly language: Language;
}

/** What came out: how many of each kind, how fast, and how to recognise it. */
export function summaryLines({ tally, digests, milliseconds, language }: Synthesised): string[] {
  const count = (n: number): string => formatCount(n, language);
  const kinds = [...tally.kinds].sort(([, a], [, b]) => b - a).map(([kind, n]) => `${count(n)} ${kind}`);
  const events = fill(TEXTS.events, language, {
    events: count(tally.events),
    seconds: (milliseconds / 1000).toFixed(1),
    rate: count(Math.round((tally.events * 1000) / Math.max(1, milliseconds))),
  });
  const { lines, output } = digests;
  return [
    events,
    ...(kinds.length > 0 ? [`  ${kinds.join(', ')}`] : []),
    fill(TEXTS.output, language, { digest: output }),
    ...(lines === output ? [] : [fill(TEXTS.lines, language, { digest: lines })]),
  ];
}
