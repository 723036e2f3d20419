import 'reflect-metadata';
import { defaultAgencies, ROLES, SCOPES } from '@lueckenlos/access';
import { SCOPES as CASE_SCOPES, STATUSES } from '@lueckenlos/chain';
import '@lueckenlos/event-store';
import { STATUS_LABELS } from '@lueckenlos/figures';
import { configTable, problemCodes, ProblemError, renderProblem } from '@lueckenlos/platform';
import '@lueckenlos/projections';
import '@lueckenlos/releases';
import '@lueckenlos/replay';
import { PARTNER_TYPES } from '@lueckenlos/recording';

/** A row of a table in the reference, a text per column. */
export type Row = readonly string[];

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(' ') || '–';
/** A text with angle brackets would be read as HTML. */
const plain = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Every problem code of every library: warnings have the status 200. */
export function errorRows(): Row[] {
  return problemCodes().map((name) => {
    const problem = new ProblemError({ code: name });
    const [english, german] = [renderProblem(problem, 'en', ''), renderProblem(problem, 'de', '')];
    const status = english.status === 200 ? 'warning' : String(english.status);
    return [code(name), status, plain(`${english.title}. ${english.detail}`), plain(german.title)];
  });
}

export function configurationRows(): Row[] {
  return configTable().map(({ name, default: fallback, meaning }) => [
    code(name),
    plain(fallback),
    plain(meaning),
  ]);
}

export function roleRows(): Row[] {
  return ROLES.map(({ name, scopes, agency }) => [code(name), codes(scopes), agency ? code(agency) : '–']);
}

export function scopeNames(): Row[] {
  return SCOPES.map((scope) => [code(scope)]);
}

export function agencyRows(): Row[] {
  return defaultAgencies.agencies.map(({ id, stages, types }) => [code(id), codes(stages), codes(types)]);
}

export function eventTypeNames(): Row[] {
  return PARTNER_TYPES.map((type) => [code(type)]);
}

export function statusRows(): Row[] {
  return STATUSES.map((status) => [code(status), STATUS_LABELS[status].en, STATUS_LABELS[status].de]);
}

export function caseScopeNames(): Row[] {
  return CASE_SCOPES.map((scope) => [code(scope)]);
}
