import { Scope } from './scope';

/** A role of the contract. A demo client bears the name of its role. */
export interface Role {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The agency whose records it sends, where it sends any. */
  readonly agency?: string;
}

const agencyRole = (name: string): Role => ({ name, scopes: ['events:write'], agency: name });

/** All roles of the contract, one demo client each. */
export const ROLES: readonly Role[] = [
  agencyRole('registry-office'),
  agencyRole('residents-office'),
  agencyRole('health-office'),
  agencyRole('youth-office'),
  agencyRole('school-office'),
  agencyRole('job-centre'),
  { name: 'data-migration', scopes: ['events:write', 'events:backfill'], agency: 'data-migration' },
  { name: 'coordinator', scopes: ['figures:read'] },
  {
    name: 'statistics-unit',
    scopes: ['figures:read', 'figures:exact', 'definitions:write', 'releases:write'],
  },
  { name: 'auditor', scopes: ['figures:read', 'log:read', 'replays:write'] },
  { name: 'data-protection', scopes: ['access-log:read'] },
  { name: 'operator', scopes: ['operations'] },
];

/** The role of a name; an unknown name is a mistake of the caller. */
export function roleNamed(name: string): Role {
  const role = ROLES.find((candidate) => candidate.name === name);
  if (!role) throw new Error(`No role is called ${name}.`);
  return role;
}
