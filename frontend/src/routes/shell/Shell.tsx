import { AppShell, Group, Kbd, Menu, Text, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

import { MenuLink } from '@/components/links';
import { Mark } from '@/components/Logo';
import { UserMenu } from '@/features/accounts/UserMenu';
import { AlertsMark } from '@/features/alerts/AlertsMark';
import { LiveDot } from '@/features/live/LiveDot';
import { warm } from '@/routes/lazy';

import { Palette } from './Palette';
import { PLACES } from './places';
import { SourcesMark } from './SourcesMark';
import { SchemeToggle } from './SchemeToggle';
import classes from './Shell.module.css';

export function Shell() {
  useEffect(warm, []);
  return (
    <AppShell layout="alt" navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: true } }} padding={0}>
      <AppShell.Navbar className={classes.navbar} withBorder={false}>
        <Link to="/" className={classes.brand} aria-label="Wareloom, home">
          <Mark size={30} />
          <span>Wareloom</span>
        </Link>
        <UnstyledButton className={classes.find} onClick={spotlight.open}>
          <IconSearch size={16} aria-hidden />
          <span>Find</span>
          <Kbd size="xs" className={classes.kbd}>
            {/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}
          </Kbd>
        </UnstyledButton>
        <nav aria-label="Main" className={classes.places}>
          <Places places={PLACES} className={classes.place} />
        </nav>
        <Group justify="space-between" px={10} pb={6}>
          <LiveDot />
          <SchemeToggle />
        </Group>
        <UserMenu />
      </AppShell.Navbar>

      <header className={classes.top}>
        <Link to="/" className={classes.brand} aria-label="Wareloom, home">
          <Mark size={26} />
          <span>Wareloom</span>
        </Link>
        <Group gap={10} wrap="nowrap">
          <LiveDot />
          <UnstyledButton className={classes.icon} onClick={spotlight.open} aria-label="Find">
            <IconSearch size={19} aria-hidden />
          </UnstyledButton>
          <SchemeToggle />
          <UserMenu compact />
        </Group>
      </header>

      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>

      <nav aria-label="Main" className={classes.bottom}>
        <Places places={PLACES.filter((place) => place.phone)} className={classes.tab} />
        <More />
      </nav>
      <Palette />
    </AppShell>
  );
}

type Place = (typeof PLACES)[number];

function Places({ places, className }: { places: readonly Place[]; className: string | undefined }) {
  const { pathname } = useLocation();
  return places.map((place) => {
    const { to, label, icon: Icon } = place;
    return (
      <Link
        key={to}
        to={to}
        className={className}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        {...(isUnder(place, pathname) ? { 'data-status': 'active' } : {})}
      >
        <Icon size={20} stroke={1.7} aria-hidden />
        <Text span inherit>
          {label}
        </Text>
        {to === '/sources' && <SourcesMark />}
        {to === '/alerts' && <AlertsMark />}
      </Link>
    );
  });
}

/** It stands under this place at an address of its own. */
function isUnder(place: Place, pathname: string): boolean {
  return 'also' in place && place.also.some((one) => one === pathname);
}

/** On a phone: the places that have no room in the bar. */
function More() {
  const rest = PLACES.filter((place) => !place.phone);
  const { pathname } = useLocation();
  const within = rest.some(
    (place) => pathname === place.to || pathname.startsWith(`${place.to}/`) || isUnder(place, pathname),
  );
  return (
    <Menu position="top-end" width={210} shadow="md" offset={12}>
      <Menu.Target>
        <UnstyledButton className={classes.tab} {...(within ? { 'data-status': 'active' } : {})}>
          <IconDots size={20} stroke={1.7} aria-hidden />
          <Text span inherit>
            More
          </Text>
          <span className={classes.within}>
            <AlertsMark />
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 140px)" style={{ overflowY: 'auto' }}>
        {rest.map(({ to, label, icon: Icon }) => (
          <MenuLink
            key={to}
            to={to}
            leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
            rightSection={to === '/sources' ? <SourcesMark /> : to === '/alerts' && <AlertsMark />}
          >
            {label}
          </MenuLink>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
