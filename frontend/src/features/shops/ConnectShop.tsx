import { Alert, Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import { asProblem } from '@/lib/problem';
import type { Channel } from '@/lib/schema';

import { Limits } from './Limits';
import { credentialsOf, fault, faultsOf, type Field, fieldsOf } from './form';
import { useChannels, useConnectShop } from './queries';

interface ConnectShopProps {
  opened: boolean;
  /** Of a shop that is to be connected again. */
  channel: string | null;
  onClose: () => void;
}

export function ConnectShop({ opened, channel, onClose }: ConnectShopProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Connect a shop" size="md">
      <Choice channel={channel} onClose={onClose} />
    </Modal>
  );
}

function Choice({ channel, onClose }: Omit<ConnectShopProps, 'opened'>) {
  const channels = useChannels();
  const [name, setName] = useState(channel);
  if (channels.isPending) return <Rows count={2} />;
  if (channels.isError) return <Failure error={channels.error} onRetry={() => void channels.refetch()} />;
  const chosen = channels.data.find((one) => one.name === name) ?? channels.data[0];
  if (!chosen) return <Text>There is no channel to connect.</Text>;
  return (
    <Stack gap="md">
      <Select
        label="Channel"
        data={channels.data.map((one) => ({ value: one.name, label: one.title }))}
        value={chosen.name}
        onChange={setName}
        comboboxProps={{ shadow: 'md' }}
      />
      {chosen.offline && (
        <Text size="sm" c="dimmed">
          A shop to practise with. It lives on this installation alone: nothing leaves it, nobody can buy there, and it
          needs no account and no network.
        </Text>
      )}
      <ChannelForm key={chosen.name} channel={chosen} onConnected={onClose} />
      <Limits channel={chosen} />
    </Stack>
  );
}

function ChannelForm({ channel, onConnected }: { channel: Channel; onConnected: () => void }) {
  const connect = useConnectShop();
  const [rest, setRest] = useState<string | null>(null);
  const fields = fieldsOf(channel.credentials);
  const form = useForm<Record<string, string>>({
    mode: 'controlled',
    initialValues: { [NAME]: '', ...Object.fromEntries(fields.map(({ name }) => [name, ''])) },
    validate: Object.fromEntries(fields.map((field) => [field.name, (written: string) => fault(field, written)])),
  });
  const submit = form.onSubmit((written) => {
    setRest(null);
    const body = {
      channel: channel.name,
      name: (written[NAME] ?? '').trim(),
      credentials: credentialsOf(fields, written),
    };
    connect.mutate(body, {
      onSuccess: onConnected,
      onError: (error) => {
        const found = faultsOf(
          asProblem(error),
          fields.map(({ name }) => name),
        );
        form.setErrors(found.errors);
        setRest(found.rest);
      },
    });
  });
  return (
    <form noValidate aria-label={`Connect ${channel.title}`} onSubmit={submit}>
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        {fields.map((field) => (
          <Written key={field.name} field={field} {...form.getInputProps(field.name)} />
        ))}
        <TextInput
          label="What you call it"
          description="Left empty, it is called as the shop calls itself."
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps(NAME)}
        />
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" flex={1} miw={180}>
            It is tried before it is kept. What is secret is never shown again, to anybody.
          </Text>
          <Button type="submit" loading={connect.isPending} leftSection={<IconPlugConnected size={16} aria-hidden />}>
            Connect
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** No field of a channel is called so: a name of ours among theirs. */
const NAME = ' name';

function Written({ field, ...input }: { field: Field }) {
  const Input = field.secret ? PasswordInput : TextInput;
  return (
    <Input
      label={field.label}
      description={field.about}
      required={field.required}
      maxLength={field.longest}
      autoComplete={field.secret ? 'new-password' : 'off'}
      spellCheck={false}
      {...input}
    />
  );
}
