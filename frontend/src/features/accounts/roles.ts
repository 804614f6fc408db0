import type { Role } from '@/lib/schema';

export const ROLES: { value: Role; label: string; about: string }[] = [
  { value: 'viewer', label: 'Viewer', about: 'Reads everything, changes nothing.' },
  { value: 'member', label: 'Member', about: 'Also starts collections and watches targets.' },
  { value: 'owner', label: 'Owner', about: 'Also invites people and decides what they may do.' },
];

const RANK: Record<Role, number> = { viewer: 0, member: 1, owner: 2 };

/** The roles that somebody with `role` may hand on. */
export function rolesUpTo(role: Role): typeof ROLES {
  return ROLES.filter((one) => RANK[one.value] <= RANK[role]);
}
