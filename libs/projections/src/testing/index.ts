export { readCube, type Cube } from './cube';
export { crashRounds, cubeRounds, type Rounds } from './rounds';
export { randomOf, type Chance } from './chance';
