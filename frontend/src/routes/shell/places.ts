import { IconChecklist, IconHome, IconSettings, IconShieldCheck, IconTags } from '@tabler/icons-react';

export const PLACES = [
  { to: '/', label: 'Home', icon: IconHome },
  { to: '/offers', label: 'Offers', icon: IconTags },
  { to: '/tasks', label: 'Tasks', icon: IconChecklist },
  { to: '/settings', label: 'Settings', icon: IconSettings },
  { to: '/audit', label: 'Audit', icon: IconShieldCheck },
] as const;
