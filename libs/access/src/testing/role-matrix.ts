import { Operation } from '../guard/operations';
import { missingScopes } from '../guard/requirement';
import { Role, ROLES } from '../identity/roles';
import { Scope } from '../identity/scope';

/** A question for a test of the whole application: may this role call this operation? */
export interface RoleCase {
  readonly role: Role;
  readonly operation: Operation;
  readonly allowed: boolean;
}

/** Every role of the contract with every operation of an application. */
export function everyRoleWith(operations: readonly Operation[]): RoleCase[] {
  return ROLES.flatMap((role) =>
    operations.map((operation) => ({ role, operation, allowed: isAllowed(operation, role.scopes) })),
  );
}

/** Whether these scopes open this operation. */
export function isAllowed({ requirement }: Operation, scopes: readonly Scope[]): boolean {
  return requirement !== undefined && missingScopes(requirement, new Set(scopes)).length === 0;
}

/** An address that reaches an operation: every parameter is `1`. */
export function addressOf({ path }: Operation): string {
  return path.replace(/:\w+|\*\w*/g, '1');
}
