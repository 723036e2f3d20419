import { formatMonth } from '@lueckenlos/chain';
import { dropOffRows, scopeCounts, type Figure } from '@lueckenlos/figures';
import { chainTitles, renderDropOffs } from '@lueckenlos/terminal';
import type { Narrator } from './narrator';

/** Prints the drop-off table by stage. */
export function tellFigure(figure: Figure, narrator: Narrator): void {
  const { stream, language } = narrator;
  const text = renderDropOffs({
    chain: chainTitles(figure.chain.definition),
    rows: dropOffRows(figure),
    scope: scopeCounts(figure),
    asOf: formatMonth(figure.query.asOf),
    position: figure.position.toString(),
    language,
    width: stream.columns,
  });
  narrator.say(`\n${text}\n`);
}
