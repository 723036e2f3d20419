export { readCube, type Cube } from './cube';
export { crashRounds, cubeRounds, type Rounds } from './rounds';
export { pick, randomOf, shuffled, type Chance } from './chance';
