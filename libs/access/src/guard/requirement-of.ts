import { Requirement } from './requirement';
import { PUBLIC, REQUIREMENT } from './require-scopes.decorator';

/** The requirement of a route: its handler's own, else its controller's; undefined where neither states one. */
export function requirementOf(handler: object, controller: object): Requirement | undefined {
  return statedBy(handler) ?? statedBy(controller);
}

function statedBy(target: object): Requirement | undefined {
  if (Reflect.getMetadata(PUBLIC, target) === true) return { kind: 'public' };
  return Reflect.getMetadata(REQUIREMENT, target) as Requirement | undefined;
}
