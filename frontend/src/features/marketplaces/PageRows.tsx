import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import { plural } from '@/lib/format';
import type { ArchivedPage } from '@/lib/schema';

import { shortAddress } from './health';
import { OutcomeBadge } from './OutcomeBadge';
import classes from './PageRows.module.css';

/** Pages that were asked for, each leading to where it came from and what became of it. */
export function PageRows({ pages, label }: { pages: readonly ArchivedPage[]; label: string }) {
  return (
    <ul className={classes.pages} aria-label={label}>
      {pages.map((page) => (
        <li key={page.id} className={classes.page} data-testid="page">
          <div style={{ minWidth: 0 }}>
            <Link
              to="/sources/$source/pages/$pageId"
              params={{ source: page.marketplace, pageId: page.id }}
              className={classes.address}
              title={page.url}
            >
              {shortAddress(page.url)}
            </Link>
            {page.reason !== null && (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {page.reason}
              </Text>
            )}
          </div>
          <OutcomeBadge outcome={page.outcome} />
          <Text size="sm" className="num">
            {plural(page.offers_found, 'offer')}
          </Text>
          <Text size="sm" c="dimmed" className={classes.when}>
            <When at={page.fetched_at} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
