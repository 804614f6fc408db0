import { Box } from '@mantine/core';

import { Failure } from '@/components/Failure';

/** A page that could not be drawn, or not be loaded: said, and the way on kept open. A new release may be the cause. */
export function Broken({ error }: { error: unknown }) {
  return (
    <Box maw={640} mx="auto" p="lg">
      <Failure
        error={error}
        onRetry={() => {
          window.location.reload();
        }}
      />
    </Box>
  );
}
