import { ActionIcon, Badge, CopyButton, Drawer, Group, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

import { ButtonLink, TextLink } from '@/components/links';
import { Failure } from '@/components/Failure';
import { When } from '@/components/When';
import { useTrendName } from '@/features/trends/names';
import { value, words } from '@/lib/readable';
import type { IdeaDetail } from '@/lib/schema';

import classes from './ideas.module.css';
import { Palette } from './Palette';
import { useIdea } from './queries';

/** One idea whole: what is to be drawn, and what the model was told. */
export function IdeaDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Drawer opened={id !== undefined} onClose={onClose} position="right" size={560} title="Idea" padding="lg">
      {id !== undefined && <Loaded id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: string }) {
  const { data: idea, ...query } = useIdea(id);
  if (idea) return <Whole idea={idea} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton h={64} />
      <Skeleton h={180} />
      <Skeleton h={220} />
    </Stack>
  );
}

function Whole({ idea }: { idea: IdeaDetail }) {
  const trend = useTrendName();
  return (
    <Stack gap="lg">
      <Title order={2} className={classes.hero}>
        {idea.slogan}
      </Title>
      <Palette colours={idea.palette} named />
      <Text>{idea.concept}</Text>
      <Prompt text={idea.design_prompt} />
      <dl className={classes.facts}>
        <Fact name="Trend">
          <TextLink to="/trends/$trendId" params={{ trendId: idea.trend_id }}>
            {trend(idea.trend_id) ?? `Trend ${idea.trend_id.slice(-6)}`}
          </TextLink>
        </Fact>
        <Fact name="Run">
          <TextLink to="/runs/$runId" params={{ runId: idea.run_id }}>
            Run {idea.run_id.slice(-6)}
          </TextLink>
        </Fact>
        <Fact name="Style">{idea.style}</Fact>
        <Fact name="Mood">{idea.mood}</Fact>
        <Fact name="Drawn things">{value(idea.motifs)}</Fact>
        <Fact name="Made">
          by {idea.made_by}, <When at={idea.created_at} />
        </Fact>
      </dl>
      <Listed title="Products" all={idea.products} />
      <Listed title="Tags" all={idea.tags} quiet />
      <Group>
        <ButtonLink to="/designs" search={{ idea_id: idea.id }} variant="default">
          Its designs
        </ButtonLink>
      </Group>
      <Brief brief={idea.brief} />
    </Stack>
  );
}

function Prompt({ text }: { text: string }) {
  return (
    <section aria-label="Design prompt" className={classes.prompt}>
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm">
          Design prompt
        </Text>
        <CopyButton value={text} timeout={1500}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy design prompt'}>
              <ActionIcon
                variant="default"
                size="md"
                onClick={copy}
                aria-label={copied ? 'Copied' : 'Copy design prompt'}
              >
                {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </section>
  );
}

function Listed({ title, all, quiet = false }: { title: string; all: string[]; quiet?: boolean }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {title}
      </Text>
      <Group gap={6}>
        {all.map((one) => (
          <Badge key={one} {...(quiet ? { color: 'gray' } : {})}>
            {one}
          </Badge>
        ))}
      </Group>
    </div>
  );
}

/** What the model was told of the trend, as it was told. */
function Brief({ brief }: { brief: IdeaDetail['brief'] }) {
  return (
    <section aria-label="Brief">
      <Title order={3} mb="xs">
        What the model was told
      </Title>
      <dl className={classes.brief}>
        {Object.entries(brief).map(([name, given]) => (
          <Fact key={name} name={words(name)}>
            <Told given={given} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** A value of the brief; what has parts of its own is told part by part. */
function Told({ given }: { given: unknown }) {
  const all: unknown[] = Array.isArray(given) ? given : [];
  if (all.some((one) => typeof one === 'object')) {
    return all.map((one, index) => (
      <div key={index}>
        <Told given={one} />
      </div>
    ));
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return value(given);
  return Object.entries(given as Record<string, unknown>)
    .filter(([, part]) => !(Array.isArray(part) && part.length === 0))
    .map(([name, part], index) => (
      <span key={name}>
        {index > 0 && '; '}
        {name.replaceAll('_', ' ')}: <Told given={part} />
      </span>
    ));
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
