/** Gives the present instant. Handed in wherever one is needed, so that tests decide what time it is. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
