export * from './errors';
export * from './perturbation/parameters';
export * from './perturbation/perturbation-table';
export * from './perturbation/digest';
export * from './cell-key/record-key';
export * from './cell-key/cell-key';
export * from './cell-key/perturb';
