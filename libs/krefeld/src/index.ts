export * from './definitions';
export * from './synthetic';
