import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';

import { asProblem } from '@/lib/problem';

import { CopyText } from './CopyText';

/** Why something could not be shown, in the server's words, with what helps: asking again, and the id to quote. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = asProblem(error);
  return (
    <Alert variant="light" color="madder" icon={<IconAlertTriangle aria-hidden />} title={problem.title} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{problem.message}</Text>
        <Group gap="md">
          {onRetry && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              onClick={onRetry}
            >
              Try again
            </Button>
          )}
          {problem.requestId && <CopyText label="Request" text={problem.requestId} />}
        </Group>
      </Stack>
    </Alert>
  );
}

/** The same, in a list that reaches to its panel's edges. */
export function ListFailure({ query }: { query: { error: unknown; refetch: () => unknown } }) {
  return (
    <Box px={20} pb={20}>
      <Failure error={query.error} onRetry={() => void query.refetch()} />
    </Box>
  );
}
