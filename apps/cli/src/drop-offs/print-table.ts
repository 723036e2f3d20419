import { asIfAlone, type AreaHierarchy, type ChainDefinition, type Scope } from '@lueckenlos/chain';
import { chainTitles, renderDropOffs, type ChainTitles, type RenderedRow } from '@lueckenlos/terminal';
import type { Api, ApiRequest } from '../client/api';
import { print, widthOf, type Context } from '../context';
import type { QuestionOptions } from './query';

/** What of the answer of `GET /v1/drop-offs` a table shows. */
interface DropOffs {
  readonly asOf: string;
  /** The month whose area hierarchy counts. */
  readonly boundaries: string;
  readonly knownBefore: string;
  readonly position: string;
  readonly scope: Readonly<Partial<Record<Scope, number>>>;
  readonly rows: readonly RenderedRow[];
}

/** Prints the answer as a table for people. */
export async function printTable(
  api: Api,
  options: QuestionOptions,
  request: ApiRequest,
  context: Context,
): Promise<void> {
  const { rows, scope, asOf, boundaries, knownBefore, position } = await api.json<DropOffs>(
    '/v1/drop-offs',
    request,
  );
  const chain = await titlesOf(api, options);
  const names = rows.some(({ area }) => area !== undefined)
    ? await areaNames(api, boundaries)
    : new Map<string, string>();
  const figure = { chain, rows, scope, asOf, knownBefore, position, language: context.language };
  const areaName = (code: string): string | undefined => names.get(code);
  print(context, renderDropOffs({ ...figure, width: widthOf(context), areaName }));
}

async function titlesOf(api: Api, { chain: id, chainVersion }: QuestionOptions): Promise<ChainTitles> {
  const chains = await api.json<ChainDefinition[]>('/v1/chains');
  const chain = chains.find((candidate) => candidate.id === id);
  if (!chain) return { title: { de: id, en: id }, stages: [] };
  return chainTitles(chainVersion === undefined ? chain : (asIfAlone(chain, chainVersion) ?? chain));
}

/** Names by code, as they were in a month; the editions come with the earliest first. */
async function areaNames(api: Api, month: string): Promise<Map<string, string>> {
  const editions = await api.json<AreaHierarchy[]>('/v1/areas');
  const valid = editions.filter(({ validFrom }) => validFrom <= month);
  return new Map(valid.flatMap(({ areas }) => areas.map(({ code, name }) => [code, name] as const)));
}
