import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';

import { pathOf } from '@/lib/kept';

import { Canvas } from './Canvas';
import classes from './canvas.module.css';
import type { Closeup } from './pictures';

interface LightboxProps {
  pictures: readonly Closeup[];
  /** Which one; null when it is closed. */
  at: number | null;
  onAt: (at: number | null) => void;
}

/** Pictures one at a time, as large as the screen. Arrows turn the page while the picture is whole. */
export function Lightbox({ pictures, at, onAt }: LightboxProps) {
  // The picture stays while the lightbox fades.
  const given = at === null ? undefined : pictures[at];
  const [last, setLast] = useState<Closeup | undefined>(given);
  if (given && given !== last) setLast(given);
  const many = pictures.length > 1;
  const turn = (by: number) => {
    if (at !== null && many) onAt((at + by + pictures.length) % pictures.length);
  };
  return (
    <Modal
      fullScreen
      opened={at !== null}
      title={last && titleOf(last, at, pictures.length)}
      classNames={{ content: classes.content ?? '', body: classes.lightbox ?? '' }}
      styles={{ body: { flex: 1, minHeight: 0, position: 'relative' } }}
      onClose={() => {
        onAt(null);
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'ArrowLeft') turn(-1);
        if (event.key === 'ArrowRight') turn(1);
      }}
    >
      {last && <Canvas key={pathOf(last.src ?? last.title)} picture={last} greedy />}
      {many && <Turn to="back" onTurn={turn} />}
      {many && <Turn to="next" onTurn={turn} />}
    </Modal>
  );
}

function titleOf({ title }: Closeup, at: number | null, count: number): string {
  return at === null || count < 2 ? title : `${title}, ${at + 1} of ${count}`;
}

function Turn({ to, onTurn }: { to: 'back' | 'next'; onTurn: (by: number) => void }) {
  const Icon = to === 'back' ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      className={classes.turn}
      data-to={to}
      size={44}
      radius="xl"
      variant="default"
      aria-label={to === 'back' ? 'The one before' : 'The next one'}
      onClick={() => {
        onTurn(to === 'back' ? -1 : 1);
      }}
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
}
