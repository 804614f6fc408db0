import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowUpRight, IconCircleCheck, IconCircleX } from '@tabler/icons-react';

import { Art } from '@/components/Art';
import { TextLink } from '@/components/links';
import { When } from '@/components/When';
import { useTrendName } from '@/features/trends/names';
import { words } from '@/lib/readable';
import type { Design } from '@/lib/schema';

import { useDesign } from './queries';
import classes from './review.module.css';
import { Swatches } from './Swatches';

/** What one needs to know to say yes or no. */
export function ReviewFacts({ design, onOpen }: { design: Design; onOpen: (design: Design) => void }) {
  const trend = useTrendName();
  const { data } = useDesign(design.id);
  return (
    <Paper p="lg" className={classes.facts} shadow="sm" component="section" aria-label="Design">
      <Stack gap="md">
        <div>
          <Title order={2} fz={24} lh={1.2} style={{ overflowWrap: 'anywhere' }}>
            {design.slogan}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            For the trend{' '}
            <TextLink to="/trends/$trendId" params={{ trendId: design.trend_id }} fz="inherit" underline="always">
              {trend(design.trend_id) ?? design.trend_id.slice(-6)}
            </TextLink>
            , {design.style}, drawn <When at={design.generated_at ?? design.created_at} />
          </Text>
        </div>
        <Swatches colours={design.palette} />
        {design.mockups.length > 0 && (
          <ul className={classes.mockups} aria-label="Mockups">
            {design.mockups.map(({ product, colour, url }) => (
              <li key={`${product}/${colour}`} title={`${words(product)}, ${colour}`}>
                <Art src={url} alt={`${words(product)}, ${colour}`} ground="#ffffff" className={classes.mockup ?? ''} />
              </li>
            ))}
          </ul>
        )}
        {data && data.readiness.length > 0 && (
          <Group gap="sm" aria-label="Print readiness" role="group">
            {data.readiness.map(({ product, ready }) => (
              <Text key={product} size="sm" span className={classes.ready} data-ready={ready || undefined}>
                {ready ? <IconCircleCheck size={15} aria-hidden /> : <IconCircleX size={15} aria-hidden />}
                {product}
                {!ready && ' not ready'}
              </Text>
            ))}
          </Group>
        )}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          rightSection={<IconArrowUpRight size={14} aria-hidden />}
          onClick={() => {
            onOpen(design);
          }}
        >
          Everything about it
        </Button>
      </Stack>
    </Paper>
  );
}
