import {
  Alert,
  Button,
  Drawer,
  Group,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBrush } from '@tabler/icons-react';
import { useState } from 'react';

import { fieldErrors, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import { words } from '@/lib/readable';
import type { DesignDetail, Studio } from '@/lib/schema';

import { useDrawAgain } from './again';
import { changesOf, colourFault, FIELDS, type Wished, wished } from './changes';
import { PaletteInput } from './PaletteInput';
import { useStudios } from './queries';
import classes from './view.module.css';

interface EditDesignProps {
  design: DesignDetail;
  opened: boolean;
  onClose: () => void;
  onDrawn: (design: DesignDetail) => void;
}

export function EditDesign({ design, opened, onClose, onDrawn }: EditDesignProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={520} title="Edit and draw again" padding="lg">
      <EditForm design={design} onDrawn={onDrawn} />
    </Drawer>
  );
}

function EditForm({ design, onDrawn }: Pick<EditDesignProps, 'design' | 'onDrawn'>) {
  const { data: studios = [] } = useStudios();
  const again = useDrawAgain(design.id);
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<Wished>({
    mode: 'controlled',
    initialValues: wished(design),
    validate: { slogan: neededFault('Write what it says.'), palette: colourFault },
  });
  const studio = studios.find(({ name }) => name === form.values.studio);
  const changes = changesOf(design, form.values, studio);
  const same = Object.keys(changes).length === 0;

  const submit = form.onSubmit(() => {
    setRest(null);
    again.mutate(changes, {
      onSuccess: onDrawn,
      onError: (error) => {
        const found = fieldErrors(asProblem(error), FIELDS);
        form.setErrors(found.errors);
        setRest(found.rest);
      },
    });
  });
  return (
    <form noValidate aria-label="Edit and draw again" onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          It becomes a design of its own, drawn from the same idea. This one stays as it is.
        </Text>
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <TextInput label="Slogan" maxLength={120} autoComplete="off" data-autofocus {...form.getInputProps('slogan')} />
        <PaletteInput
          value={form.values.palette}
          error={form.errors.palette}
          onChange={(palette) => {
            form.setFieldValue('palette', palette);
          }}
        />
        <StudioChoices studios={studios} studio={studio} design={design} form={form} />
        <div>
          <Text size="sm" fw={550} mb={4} id="ink">
            Inks
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="ink"
            data={[
              { value: 'dark', label: 'Dark, for light fabric' },
              { value: 'light', label: 'Light, for dark fabric' },
            ]}
            {...form.getInputProps('ink')}
          />
        </div>
        <TagsInput
          label="Drawn things"
          description="Enter after each; eight at most."
          maxTags={8}
          {...form.getInputProps('motifs')}
        />
        <Textarea
          label="Prompt"
          description="For studios that draw with a model."
          autosize
          minRows={3}
          maxRows={8}
          maxLength={4000}
          {...form.getInputProps('prompt')}
        />
        <Group justify="space-between" gap="sm" className={classes.foot}>
          <Text size="sm" c="dimmed">
            {same
              ? 'Nothing is changed: it will be another take on the same.'
              : `Changed: ${told(Object.keys(changes))}.`}
          </Text>
          <Button type="submit" loading={again.isPending} leftSection={<IconBrush size={16} aria-hidden />}>
            Draw again
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface StudioChoicesProps {
  studios: Studio[];
  studio: Studio | undefined;
  design: DesignDetail;
  form: { getInputProps: (field: string) => object };
}

function StudioChoices({ studios, studio, design, form }: StudioChoicesProps) {
  const choices = (known: readonly string[], was: string | null) => [
    { value: '', label: was === null ? 'The studio chooses' : `As it is (${words(was)})` },
    ...known.filter((one) => one !== was).map((one) => ({ value: one, label: words(one) })),
  ];
  const styles = [...new Set([design.style, ...(studio?.styles ?? [])])];
  return (
    <>
      <Select
        label="Studio"
        data={studios.map(({ name, title }) => ({ value: name, label: title }))}
        description={
          studio &&
          (studio.offline ? 'Works without a model and costs nothing.' : 'Draws with a model, which costs money.')
        }
        {...form.getInputProps('studio')}
      />
      <Select
        label="Style"
        searchable
        data={styles.map((one) => ({ value: one, label: words(one) }))}
        {...form.getInputProps('style')}
      />
      {studio !== undefined && studio.layouts.length > 0 && (
        <Select
          label="Layout"
          searchable
          data={choices(studio.layouts, design.layout)}
          {...form.getInputProps('layout')}
        />
      )}
      {studio !== undefined && studio.fonts.length > 0 && (
        <Select label="Font" searchable data={choices(studio.fonts, design.font)} {...form.getInputProps('font')} />
      )}
    </>
  );
}

function told(names: string[]): string {
  return names.map((name) => (name === 'on_dark' ? 'inks' : name.replaceAll('_', ' '))).join(', ');
}
