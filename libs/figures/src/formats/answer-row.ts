import type { Group } from '../cube/group-table';

/**
 * A row of a JSON answer: the values of its group, then its figures. Not by spreading, which takes V8 a hundred times
 * as long for objects that were made member by member: a fifth of the time of a large answer.
 */
export function answerRow<T extends object>(group: Group, figures: T): Group & T {
  return Object.assign({}, group, figures);
}
