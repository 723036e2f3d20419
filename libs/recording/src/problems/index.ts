export { contextProblems } from './context.problems';
export { memberProblems } from './member.problems';
export { recordProblems } from './record.problems';
export { requestProblems } from './request.problems';
export { warnings, type WarningCode } from './warnings';
