import { Button, Loader, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { count, plural } from '@/lib/format';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';

/** Whether every entry still fits the one before it. A click has it checked again. */
export function ChainBadge() {
  const api = useApi();
  const check = useQuery({
    queryKey: keys.verification,
    queryFn: ({ signal }) => got(api.GET('/api/v1/audit/verification', { signal })),
  });
  const again = () => void check.refetch();
  if (check.isPending) {
    return (
      <Button variant="default" size="sm" disabled leftSection={<Loader size={14} />}>
        Checking the chain
      </Button>
    );
  }
  if (check.isError) {
    return (
      <Tooltip label={asProblem(check.error).message} multiline maw={280}>
        <Button variant="default" size="sm" onClick={again}>
          Not checked. Try again
        </Button>
      </Tooltip>
    );
  }
  const { intact, entries, broken_at: brokenAt } = check.data;
  return (
    <Tooltip
      label="Each entry carries a digest of the one before it. Click to check the chain again."
      multiline
      maw={280}
    >
      <Button
        size="sm"
        variant="light"
        color={intact ? 'pine' : 'madder'}
        loading={check.isRefetching}
        leftSection={intact ? <IconShieldCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
        onClick={again}
        data-testid="chain"
      >
        {intact ? `Chain intact, ${plural(entries, 'entry', 'entries')}` : `Chain broken at entry ${count(brokenAt)}`}
      </Button>
    </Tooltip>
  );
}
