import { Select, SimpleGrid, Text } from '@mantine/core';

import { useNetworks, useSubjects } from './queries';
import type { RuleScope } from './rules';

interface ScopeFieldsProps {
  scope: RuleScope;
  onScope: (scope: RuleScope) => void;
}

/** For whom another rule shall hold. */
export function ScopeFields({ scope, onScope }: ScopeFieldsProps) {
  const { data: subjects = [] } = useSubjects();
  const networks = useNetworks();
  return (
    <div>
      <SimpleGrid cols={2} spacing="md">
        <Select
          label="Subject"
          data={[
            { value: '', label: 'All followed' },
            ...subjects.map(({ id, words }) => ({ value: id, label: words })),
          ]}
          value={scope.subject ?? ''}
          onChange={(subject) => {
            onScope({ ...scope, subject: subject === '' ? null : subject });
          }}
        />
        <Select
          label="Network"
          data={[
            { value: '', label: 'All together' },
            ...networks.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          value={scope.network ?? ''}
          onChange={(network) => {
            onScope({ ...scope, network: network === '' ? null : network });
          }}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={6}>
        {subjects.length === 0
          ? 'Nothing is followed yet, so there is nothing to choose.'
          : 'A subject’s own rule goes before the one for all. A rule for one network is held beside that for all together.'}
      </Text>
    </div>
  );
}
