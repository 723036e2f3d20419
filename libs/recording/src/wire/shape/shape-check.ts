import type { EventClass } from '../follows.decorator';

/** Names the members that are missing or against their rule; `sound` also says that there are no unknown ones. */
export interface ShapeVerdict {
  readonly sound: boolean;
  readonly broken: ReadonlySet<string>;
}

/** Checks an object against the rules of a class. There are two, and a test that they always agree. */
export type ShapeCheck = (type: EventClass, value: object) => ShapeVerdict;

export const SOUND: ShapeVerdict = { sound: true, broken: new Set() };
