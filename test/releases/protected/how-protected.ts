import type { Answer, Given } from '../town';
import { KITA, type Curves } from './curves';

interface Dataset {
  readonly value: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, string>>;
  readonly extension: { readonly statusLabel: { readonly hidden: string; readonly belowFloor: string } };
}

/** How answers say that they are protected. */
export function howProtected(given: Given): void {
  describe('protected figures', () => {
    it.each(['drop-offs?', 'flows?', 'curves?stage=kita&', 'comparisons?stage=kita&'])(
      'say in both languages how they were protected, and that they don’t add up: %s',
      async (figure) => {
        const { exact, protection } = await given().town.seen(`${figure}release=latest`);
        expect([exact, protection?.method, protection?.additive]).toEqual([false, 'cell-key', false]);
        expect(protection?.note.en).toContain('don’t add up');
        expect(protection?.note.de).toContain('nicht genau die Summe');
        const stat = await given().town.seen<{ extension: Answer }>(
          `${figure}release=latest&format=json-stat`,
        );
        expect(stat.extension.protection).toEqual(protection);
      },
    );

    it.each(['drop-offs?', 'flows?', 'curves?stage=kita&', 'comparisons?stage=kita&'])(
      'say so in each line of a CSV: %s',
      async (figure) => {
        const { town, release } = given();
        const response = await town.get(`/v1/${figure}chain=example&release=latest&format=csv`);
        const [header = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
        expect(header.endsWith(',release,method,additive,withdrawn')).toBe(true);
        expect(lines.length).toBeGreaterThan(1);
        for (const line of lines) expect(line.endsWith(`,${release.id},cell-key,false,`)).toBe(true);
      },
    );

    it('mark in JSON-stat what may be hidden, and why', async () => {
      const { town } = given();
      const ofDropOffs = await town.seen<Dataset>('drop-offs?release=latest&format=json-stat');
      const stages = (await town.seen('drop-offs?release=latest')).rows.length;
      // Each of the thirteen statuses of a stage has a count or is said to be hidden.
      const shown = Object.keys(ofDropOffs.value).length;
      expect(Object.values(ofDropOffs.status)).toEqual(new Array(13 * stages - shown).fill('hidden'));
      expect(ofDropOffs.extension.statusLabel.hidden).toBe('none, or up to 5 children');
      const ofFlows = await town.seen<Dataset>('flows?release=latest&format=json-stat');
      expect(new Set(Object.values(ofFlows.status))).toEqual(new Set(['hidden']));
      const [curve] = (await town.seen<Curves>(KITA)).strata;
      const ofCurve = await town.seen<Dataset>(`${KITA}&format=json-stat`);
      const ended = curve?.points.filter(({ belowFloor }) => belowFloor).length ?? 0;
      expect(ended).toBeGreaterThan(0);
      expect(Object.values(ofCurve.status)).toEqual(new Array(4 * ended).fill('belowFloor'));
      expect(ofCurve.extension.statusLabel.belowFloor).toBe('fewer than 30 children at the base');
    });
  });
}
