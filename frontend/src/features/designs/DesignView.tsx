import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Panel } from '@/components/Panel';
import { pathOf } from '@/lib/kept';
import { useNow } from '@/lib/now';
import { lasted } from '@/lib/format';
import type { DesignDetail } from '@/lib/schema';

import { Canvas } from './Canvas';
import { Decision } from './Decision';
import { DesignFacts, FileFacts } from './DesignFacts';
import { Family } from './Family';
import { fileName } from './facts';
import { Mockups } from './Mockups';
import { artOf } from './pictures';
import { PrintReadiness } from './PrintReadiness';
import classes from './view.module.css';

interface DesignViewProps {
  design: DesignDetail;
  /** Where it is sold. */
  listings: ReactNode;
}

export function DesignView({ design, listings }: DesignViewProps) {
  return (
    <div className={classes.detail}>
      <Stack gap="lg" miw={0}>
        <Paper className={classes.art} shadow="sm" component="section" aria-label="Art">
          <ArtOf design={design} />
        </Paper>
        <Mockups mockups={design.mockups} />
        <Family design={design} />
        <PrintReadiness readiness={design.readiness} />
      </Stack>
      <Stack gap="lg" miw={0} className={classes.side}>
        <Decision design={design} />
        <FilePanel design={design} />
        {listings}
        <DesignFacts design={design} />
      </Stack>
    </div>
  );
}

function ArtOf({ design }: { design: DesignDetail }) {
  const now = useNow();
  if (design.status === 'planned') {
    return (
      <div className={classes.loom} role="status">
        <span aria-hidden />
        <div>
          <Text fw={600}>Being drawn</Text>
          <Text size="sm" c="dimmed" className="num">
            For {lasted(design.created_at, now)}. It appears here by itself.
          </Text>
        </div>
      </div>
    );
  }
  if (design.art_url === null) {
    return (
      <Text c="dimmed" p="xl" ta="center">
        {design.status === 'failed' ? 'It could not be drawn.' : 'There is no picture of it.'}
      </Text>
    );
  }
  return <Canvas key={pathOf(design.art_url)} picture={artOf(design)} />;
}

function FilePanel({ design }: { design: DesignDetail }) {
  if (design.art_url === null) return null;
  return (
    <Panel title="File">
      <Stack gap="md">
        <FileFacts design={design} />
        <Button
          component="a"
          href={design.art_url}
          download={fileName(design.slogan)}
          target="_blank"
          rel="noopener noreferrer"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Download PNG
        </Button>
      </Stack>
    </Panel>
  );
}
