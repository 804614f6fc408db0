import {
  IconArrowsJoin,
  IconBuildingStore,
  IconBulb,
  IconChecklist,
  IconEye,
  IconHeartRateMonitor,
  IconFileImport,
  IconFolders,
  IconHome,
  IconPhoto,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconTags,
  IconTrendingUp,
} from '@tabler/icons-react';

/** In the order of the river. `phone`: has a place of its own in the bar of a phone; the others stand under "More".
 * `also`: pages that stand under it, at addresses of their own. */
export const PLACES = [
  { to: '/', label: 'Home', icon: IconHome, phone: true },
  { to: '/offers', label: 'Offers', icon: IconTags, phone: false },
  { to: '/collections', label: 'Collections', icon: IconFolders, phone: false },
  { to: '/matches', label: 'Matches', icon: IconArrowsJoin, phone: false },
  {
    to: '/imports',
    label: 'Imports',
    icon: IconFileImport,
    phone: false,
    also: ['/submitted-pages', '/claims', '/listed-terms'],
  },
  { to: '/trends', label: 'Trends', icon: IconTrendingUp, phone: true },
  { to: '/ideas', label: 'Ideas', icon: IconBulb, phone: false },
  { to: '/designs', label: 'Designs', icon: IconPhoto, phone: true },
  { to: '/listings', label: 'Listings', icon: IconBuildingStore, phone: false },
  { to: '/runs', label: 'Runs', icon: IconRoute, phone: true },
  { to: '/tasks', label: 'Tasks', icon: IconChecklist, phone: false },
  { to: '/watches', label: 'Watches', icon: IconEye, phone: false },
  { to: '/sources', label: 'Sources', icon: IconHeartRateMonitor, phone: false },
  { to: '/settings', label: 'Settings', icon: IconSettings, phone: false },
  { to: '/audit', label: 'Audit', icon: IconShieldCheck, phone: false },
] as const;
