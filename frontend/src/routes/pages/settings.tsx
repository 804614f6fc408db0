import { Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { Devices } from '@/features/accounts/Devices';
import { Invitations } from '@/features/accounts/Invitations';
import { Keys } from '@/features/accounts/Keys';
import { Members } from '@/features/accounts/Members';
import { PasswordForm } from '@/features/accounts/PasswordForm';
import { Profile } from '@/features/accounts/Profile';
import { PlanForm } from '@/features/runs/PlanForm';
import { Shops } from '@/features/shops/Shops';
import { useMe, useRights } from '@/lib/context';

export function ProfileSection() {
  const me = useMe();
  return (
    me && (
      <>
        <Profile me={me} />
        <PasswordForm />
      </>
    )
  );
}

export function DevicesSection() {
  return <Devices />;
}

export function KeysSection() {
  return <Keys />;
}

export function PeopleSection() {
  const { own } = useRights();
  if (!own) {
    return (
      <Panel title="Members">
        <Text c="dimmed">Only an owner of the workspace can see and change who belongs to it.</Text>
      </Panel>
    );
  }
  return (
    <>
      <Members />
      <Invitations />
    </>
  );
}

export function RunsSection() {
  return <PlanForm />;
}

export function ShopsSection() {
  return <Shops />;
}
