import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS, faultText, type FaultCode } from './fault';

const GUIDE = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'how-to', 'replay.md'), 'utf8');
const codes = Object.keys(FAULTS) as FaultCode[];
/** The names that stand for parameters. */
const parameters = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('what may be wrong with a log', () => {
  it('stands in the guide with each of its codes', () => {
    expect(codes.filter((code) => !GUIDE.includes(`| \`${code}\``))).toEqual([]);
  });

  it.each(codes)('%s says the same in both languages, with all its parameters', (code) => {
    const { en, de } = FAULTS[code];
    expect(parameters(de)).toEqual(parameters(en));
    expect(faultText(code, {}, 'de')).not.toBe(faultText(code, {}, 'en'));
  });
});
