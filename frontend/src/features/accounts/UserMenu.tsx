import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDevices, IconLogout, IconSelector, IconUser } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { MenuLink } from '@/components/links';
import { failed } from '@/components/toast';
import { useMe, useOutside } from '@/lib/context';

import classes from './UserMenu.module.css';

export function UserMenu({ compact = false }: { compact?: boolean }) {
  const me = useMe();
  const { session } = useOutside();
  const signOut = useMutation({ mutationFn: session.signOut, onError: failed });
  if (!me) return null;
  const letters = me.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return (
    <Menu position={compact ? 'bottom-end' : 'top-start'} width={220} shadow="md" radius="md">
      <Menu.Target>
        <UnstyledButton
          className={compact ? classes.compact : classes.button}
          aria-label={`Account: ${me.name}, ${me.tenant.name}`}
        >
          <Avatar size={compact ? 32 : 34} radius="md" color="saffron.4" variant="filled" autoContrast aria-hidden>
            {letters}
          </Avatar>
          {!compact && (
            <>
              <span className={classes.names}>
                <Text size="sm" fw={550} truncate c="white">
                  {me.name}
                </Text>
                <Text size="xs" truncate c="var(--wl-nav-dim)">
                  {me.tenant.name}
                </Text>
              </span>
              <IconSelector size={16} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <MenuLink to="/settings/profile" leftSection={<IconUser size={16} aria-hidden />}>
          Profile
        </MenuLink>
        <MenuLink to="/settings/devices" leftSection={<IconDevices size={16} aria-hidden />}>
          Devices
        </MenuLink>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          disabled={signOut.isPending}
          onClick={() => {
            signOut.mutate();
          }}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
