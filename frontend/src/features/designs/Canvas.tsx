import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPhotoOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Ground, GroundSwitch, useGround } from '@/components/Ground';
import { useKept } from '@/lib/kept';

import classes from './canvas.module.css';
import type { Closeup } from './pictures';
import { useCanvas } from './useCanvas';

interface CanvasProps {
  picture: Closeup;
  /** It is all there is on the screen: the wheel need not scroll anything else. */
  greedy?: boolean;
}

/** A picture to be looked at closely. Another picture begins whole: give the canvas its `src` path as key. */
export function Canvas({ picture, greedy = false }: CanvasProps) {
  const { whole, stage, view, percent, acts } = useCanvas(picture, greedy);
  const [ground, setGround] = useGround();
  return (
    <div ref={whole} className={classes.canvas} data-greedy={greedy || undefined}>
      <Ground
        ref={stage}
        ground={picture.transparent ? ground : '#ffffff'}
        dark={picture.dark}
        className={classes.stage ?? ''}
        tabIndex={-1}
        data-near={view.zoom > 1 || undefined}
      >
        <Shown picture={picture} view={view} />
      </Ground>
      <Group className={classes.tools} justify="space-between" gap="xs">
        <Group gap={4} wrap="nowrap">
          <Tool label="Farther" icon={IconMinus} onClick={acts.farther} />
          <Text size="sm" c="dimmed" w={46} ta="center" className="num" aria-live="polite" aria-label="Zoom">
            {percent} %
          </Text>
          <Tool label="Closer" icon={IconPlus} onClick={acts.closer} />
          <Tool label="Whole" icon={IconMaximize} onClick={acts.whole} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={acts.actual}>
            100 %
          </Button>
        </Group>
        {picture.transparent && <GroundSwitch ground={ground} onGround={setGround} />}
      </Group>
    </div>
  );
}

/** The small picture first, and the whole one over it as soon as it is here. */
function Shown({ picture, view }: { picture: Closeup; view: { zoom: number; x: number; y: number } }) {
  const full = useKept(picture.src);
  const small = useKept(picture.preview);
  const [loaded, setLoaded] = useState<string | null>(null);
  const here = loaded !== null && loaded === full.shown;
  const style = {
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`,
    maxWidth: picture.width,
    maxHeight: picture.height,
  };
  if (full.shown === null || full.broken) {
    return (
      <Text c="dimmed" size="sm" className={classes.none}>
        <IconPhotoOff size={30} stroke={1.4} aria-hidden />
        The picture could not be loaded.
      </Text>
    );
  }
  return (
    <>
      {!here && small.shown !== null && !small.broken && (
        <img src={small.shown} alt="" draggable={false} style={style} onError={small.onError} />
      )}
      <img
        src={full.shown}
        alt={picture.title}
        draggable={false}
        decoding="async"
        style={{ ...style, opacity: here || small.shown === null ? 1 : 0 }}
        onLoad={(event) => {
          // Large art is here a while before it can be painted; until then the small one stays.
          const ready = () => {
            setLoaded(full.shown);
          };
          event.currentTarget.decode().then(ready, ready);
        }}
        onError={full.onError}
      />
    </>
  );
}

function Tool({ label, icon: Icon, onClick }: { label: string; icon: typeof IconPlus; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={onClick}>
        <Icon size={17} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
