import { parseMonth } from '../month';
import { fault, type DefinitionFault } from './definition-fault';
import { membersOf, numberOf, textOf } from './loose';

/** Ids of chains, stages, municipalities and areas: they stand in paths, queries and stream names. */
export const DEFINITION_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const MAX_TITLE = 200;

export function checkId(pointer: string, value: unknown): DefinitionFault[] {
  const text = textOf(value);
  return text === null || DEFINITION_ID.test(text) ? [] : [fault(pointer, 'bad-id')];
}

export function checkText(pointer: string, value: unknown): DefinitionFault[] {
  const text = textOf(value);
  if (text === null || (text.trim() !== '' && text.length <= MAX_TITLE)) return [];
  return [fault(pointer, 'bad-title', { max: MAX_TITLE })];
}

export function checkTitle(pointer: string, value: unknown): DefinitionFault[] {
  const { de, en } = membersOf(value);
  return [...checkText(`${pointer}/de`, de), ...checkText(`${pointer}/en`, en)];
}

export function checkMonth(pointer: string, value: unknown): DefinitionFault[] {
  const text = textOf(value);
  return text === null || parseMonth(text) !== null ? [] : [fault(pointer, 'bad-month')];
}

export function checkRange(pointer: string, value: unknown, min: number, max: number): DefinitionFault[] {
  const number = numberOf(value);
  if (number === null || (number >= min && number <= max)) return [];
  return [fault(pointer, 'out-of-range', { min, max })];
}

export function checkSize(pointer: string, list: readonly unknown[], max: number): DefinitionFault[] {
  return list.length <= max ? [] : [fault(pointer, 'too-many', { max })];
}
