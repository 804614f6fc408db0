import { Badge, Tooltip } from '@mantine/core';
import { IconKey, IconKeyOff, IconWifiOff } from '@tabler/icons-react';

import type { Marketplace, Official } from '@/lib/schema';

const LOOKS = {
  configured: ['Official API', 'pine', IconKey, 'Its own API is asked first; pages are read for the rest.'],
  'not configured': [
    'No API key',
    'gray',
    IconKeyOff,
    'It has an API of its own, but no key is at hand here: its pages are read.',
  ],
  'not available': ['Pages only', 'gray', null, 'It has no API that could be asked: its pages are read.'],
} as const satisfies Record<Official, unknown>;

/** How a marketplace is asked. */
export function OfficialBadge({ marketplace }: { marketplace: Marketplace }) {
  const [word, color, Icon, said] = LOOKS[marketplace.official];
  return (
    <>
      <Tooltip label={said} multiline maw={260}>
        <Badge color={color} tabIndex={0} {...(Icon ? { leftSection: <Icon size={12} aria-hidden /> } : {})}>
          {word}
        </Badge>
      </Tooltip>
      {marketplace.offline && (
        <Tooltip label="It is simulated: no network is needed, and nobody is burdened." multiline maw={260}>
          <Badge color="gray" tabIndex={0} leftSection={<IconWifiOff size={12} aria-hidden />}>
            Offline
          </Badge>
        </Tooltip>
      )}
    </>
  );
}
