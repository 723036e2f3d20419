import { formatMonth } from '@lueckenlos/chain';
import { dropOffRows, scopeCounts, type Figure } from '@lueckenlos/figures';
import { chainTitles, renderDropOffs } from '@lueckenlos/terminal';
import type { Narrator } from './narrator';
import { fillIn } from './texts';

/** Prints the drop-off table by stage, and how to ask for it and for exact figures. */
export function tellFigure(figure: Figure, narrator: Narrator): void {
  const { stream, language, texts } = narrator;
  const { chain, query, release, scopeGroups } = figure;
  const asOf = formatMonth(query.asOf);
  const text = renderDropOffs({
    chain: chainTitles(chain.definition),
    rows: dropOffRows(figure),
    scope: scopeCounts({ groups: scopeGroups ?? [] }),
    asOf,
    position: figure.position.toString(),
    release: release?.id ?? null,
    language,
    width: stream.columns,
  });
  narrator.say(`\n${text}\n\n${fillIn(texts.coordinator, { chain: chain.id, asOf })}\n`);
}
