import { NOT_TOLD, SCOPES, stagesInOrder, STATUSES, type ChainBody } from '@lueckenlos/chain';
import { layerText, type LayerName, type SeenRelease } from './seen-release';

/** A layer that must equal the sum of others in every cell; where it is published nowhere it is only a name for that sum. */
export interface LayerSum {
  readonly total: LayerName;
  readonly parts: readonly LayerName[];
}

/** What is counted at one stage, with what every reader of the definitions knows of how it adds up. */
export interface StageLayers {
  readonly published: readonly LayerName[];
  /** Published nowhere: sums by name. */
  readonly derived: readonly LayerName[];
  readonly sums: readonly LayerSum[];
}

const IN_SCOPE = ['present', 'moved_out', 'died'];
const REACHED = ['reached_on_time', 'reached_late', 'recovered'];

/**
 * Statuses add up to the cases in scope, windows to those that are closed, next stages to those that have reached this one. Layers
 * in which nothing was published hide counts all the same, so they belong to the sums.
 * @param stage the empty text for the scope alone
 */
export function stageLayers(release: SeenRelease, chain: ChainBody, stage: string): StageLayers {
  const dropOff =
    (measure: LayerName['measure'], at: string) =>
    (value: string): LayerName => ({
      kind: 'drop-offs',
      measure,
      stage: at,
      value,
    });
  const inScope = dropOff('scope', '')('in-scope');
  const scope = SCOPES.map(dropOff('scope', ''));
  const scopeSum = { total: inScope, parts: IN_SCOPE.map(dropOff('scope', '')) };
  if (stage === '') return { published: scope, derived: [inScope], sums: [scopeSum] };
  const status = dropOff('status', stage);
  const window = dropOff('window', stage);
  const reached = status('reached');
  // Where a source is silent, some have gone nobody can tell where.
  const isSilent = release
    .stages()
    .some((one) => release.layersOf(one).some(({ value }) => value === NOT_TOLD));
  const next = ['', ...(isSilent ? [NOT_TOLD] : []), ...stagesInOrder(chain).map(({ id }) => id)]
    .filter((id) => id !== stage)
    .map((value): LayerName => ({ kind: 'flows', measure: 'next', stage, value }));
  const expected = [
    ...scope,
    ...STATUSES.map(status),
    ...['closed', 'reached', 'missed'].map(window),
    ...next,
  ];
  const names = new Set(expected.map(layerText));
  return {
    published: [...expected, ...release.layersOf(stage).filter((layer) => !names.has(layerText(layer)))],
    derived: [inScope, reached],
    sums: [
      scopeSum,
      { total: inScope, parts: STATUSES.map(status) },
      { total: window('closed'), parts: ['reached', 'missed'].map(window) },
      { total: reached, parts: REACHED.map(status) },
      { total: reached, parts: next },
    ],
  };
}
