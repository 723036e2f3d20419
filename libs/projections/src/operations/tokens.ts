/** Injects the projections that this process knows. */
export const PROJECTIONS = Symbol('PROJECTIONS');
