import { NOT_TOLD, stagesInOrder } from '@lueckenlos/chain';
import type { Figure } from '../cube/figure';
import type { Group } from '../cube/group-table';
import { answerRow } from '../formats/answer-row';

/** How many cases that reached `from` reached `to` as the next stage in the chain's order; null is none yet. */
export interface FlowRow {
  readonly group: Group;
  readonly from: string;
  readonly to: string | null;
  readonly count: number;
}

/** Rows by group, stage and next stage, in the order of the chain; none yet comes last. */
export function flowRows({ groups, chain }: Pick<Figure, 'groups' | 'chain'>): FlowRow[] {
  const stages = stagesInOrder(chain.definition).map(({ id }) => id);
  const targets = [...stages, ''];
  return groups.flatMap((counts) =>
    stages.flatMap((from) =>
      targets
        .map((to) => ({ group: counts.group, from, to: to || null, count: counts.count('next', from, to) }))
        .filter((row) => row.count !== 0),
    ),
  );
}

/** Of how many cases that reached a stage a release does not tell where they went, because sources were silent. */
export interface UntoldFlow {
  readonly group: Group;
  readonly from: string;
  readonly count: number;
}

/** By group and stage, where there are any. */
export function untoldFlows({ groups, chain }: Pick<Figure, 'groups' | 'chain'>): UntoldFlow[] {
  return groups.flatMap((counts) =>
    stagesInOrder(chain.definition)
      .map(({ id: from }) => ({ group: counts.group, from, count: counts.count('next', from, NOT_TOLD) }))
      .filter(({ count }) => count !== 0),
  );
}

/** The rows as they are answered in JSON. */
export function flowAnswers(figure: Pick<Figure, 'groups' | 'chain'>): (Group & Omit<FlowRow, 'group'>)[] {
  return flowRows(figure).map(({ group, from, to, count }) => answerRow(group, { from, to, count }));
}
