import { Button, Chip, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** As long as the API takes it. */
const LONGEST = 500;

interface WhyFormProps {
  label: string;
  description?: string;
  /** Said where nothing is. */
  missing: string;
  usual: readonly string[];
  /** What whoever says why should know. */
  above?: ReactNode;
  below?: ReactNode;
  verb: string;
  /** It cannot be taken back. */
  final?: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why before something is done that others will want to understand. */
export function WhyForm({
  label,
  description,
  missing,
  usual,
  above,
  below,
  verb,
  final,
  onReason,
  onClose,
}: WhyFormProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const submit = () => {
    if (said === '') setTried(true);
    else onReason(said);
  };
  return (
    <form
      noValidate
      aria-label={verb}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        {above && <Text size="sm">{above}</Text>}
        <Textarea
          label={label}
          description={description}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST}
          data-autofocus
          value={reason}
          error={tried && said === '' ? missing : null}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <Group gap={6} role="group" aria-label="Usual reasons">
          {usual.map((one) => (
            <Chip
              key={one}
              size="xs"
              checked={reason === one}
              onChange={() => {
                setReason(one);
              }}
            >
              {one}
            </Chip>
          ))}
        </Group>
        {below && (
          <Text size="sm" c="dimmed">
            {below}
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" {...(final ? { color: 'madder.7', autoContrast: false } : {})}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
