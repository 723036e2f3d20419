import type { Language } from '@lueckenlos/platform';
import { questionOf } from '../cube/heading';
import { statusDimension } from '../drop-offs/status-labels';
import { answerRow } from '../formats/answer-row';
import { toCsv, type CsvValue } from '@lueckenlos/platform';
import { toJsonStat, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { scopeChanges, statusChanges, type Change } from './change-rows';
import type { Changes } from './read-changes';

const STATES = ['before', 'after', 'entered', 'left'] as const;
const STATE_LABELS: Record<'state' | (typeof STATES)[number], Record<Language, string>> = {
  state: { en: 'State of knowledge', de: 'Kenntnisstand' },
  before: { en: 'up to the first position', de: 'bis zur ersten Position' },
  after: { en: 'up to the second position', de: 'bis zur zweiten Position' },
  entered: { en: 'cases that came to it', de: 'hinzugekommene Fälle' },
  left: { en: 'cases that went from it', de: 'weggefallene Fälle' },
};

/** The JSON of the contract. */
export function changesAsJson(changes: Changes): object {
  const rows = statusChanges(changes).map(({ group, ...row }) => answerRow(group, row));
  return { ...changesHeading(changes), scope: scopeChanges(changes), rows };
}

/** One line per figure that changed; a line of the scope has no stage. `through` is `kind:files` separated by blanks. */
export function changesAsCsv(changes: Changes): string {
  const { by } = changes.query;
  const header = [...by, 'stage', 'status', 'before', 'after', 'entered', 'left', 'through'];
  const scope = scopeChanges(changes).map((row) => [...by.map(() => ''), '', row.scope, ...numbersOf(row)]);
  const statuses = statusChanges(changes).map((row) => [
    ...by.map((breakdown) => row.group[breakdown]),
    row.stage,
    row.status,
    ...numbersOf(row),
  ]);
  return toCsv(header, [...scope, ...statuses]);
}

function numbersOf({ before, after, entered, left, through }: Change): CsvValue[] {
  const kinds = Object.entries(through).map(([kind, files]) => `${kind}:${files}`);
  return [before, after, entered, left, kinds.join(' ')];
}

/** A dataset of the figures that changed; through what stands in the JSON and the CSV only. */
export function changesAsJsonStat(changes: Changes, language: Language): object {
  const { by } = changes.query;
  const rows = statusChanges(changes);
  const state: StatDimension = {
    id: 'state',
    label: STATE_LABELS.state[language],
    categories: new Map(STATES.map((id) => [id, STATE_LABELS[id][language]])),
  };
  const dimensions = [
    ...breakdownDimensions({ ...changes, groups: rows }, language),
    stageDimension(changes, language),
    statusDimension(language),
    state,
  ];
  const cells = rows.flatMap((row) =>
    STATES.map((id) => ({
      at: [...by.map((breakdown) => String(row.group[breakdown])), row.stage, row.status, id],
      value: row[id],
    })),
  );
  const extension = { ...changesHeading(changes), scope: scopeChanges(changes) };
  return toJsonStat(changes.chain.definition.title[language], dimensions, cells, extension);
}

function changesHeading(changes: Changes): object {
  const between = changes.between.map(String);
  return {
    ...questionOf(changes),
    between,
    position: changes.position.toString(),
    release: null,
    exact: true,
  };
}
