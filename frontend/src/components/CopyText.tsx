import { ActionIcon, Code, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** Something to be quoted elsewhere, with a button that copies it. */
export function CopyText({
  label,
  text,
  block = false,
  quiet = false,
}: {
  label: string;
  text: string;
  block?: boolean;
  quiet?: boolean;
}) {
  return (
    <Group gap={6} wrap="nowrap" maw="100%" {...(block ? { w: '100%' } : {})}>
      {!block && !quiet && (
        <Text size="xs" c="dimmed">
          {label}
        </Text>
      )}
      <Code
        fz={block ? 'sm' : 'xs'}
        {...(block ? { px: 'sm', py: 8, flex: 1 } : {})}
        style={{ overflowWrap: 'anywhere', minWidth: 0 }}
        data-testid={block ? 'secret' : undefined}
      >
        {text}
      </Code>
      <CopyButton value={text} timeout={1500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : `Copy ${label.toLowerCase()}`}>
            <ActionIcon
              variant={block ? 'default' : 'subtle'}
              color="gray"
              size={block ? 36 : 'sm'}
              onClick={copy}
              aria-label={copied ? 'Copied' : `Copy ${label.toLowerCase()}`}
            >
              {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
