import { IconArrowLeft } from '@tabler/icons-react';
import { type LinkProps, useCanGoBack, useRouter } from '@tanstack/react-router';

import { TextLink } from './links';

/** To the list that something stands in, as it was: its search, its filter, its place. */
export function BackLink({ to, all }: { to: NonNullable<LinkProps['to']>; all: string }) {
  const router = useRouter();
  const back = useCanGoBack();
  return (
    <TextLink
      to={to}
      size="sm"
      w="fit-content"
      onClick={(event) => {
        if (!back) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {back ? 'Back' : all}
    </TextLink>
  );
}
