import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

import { Mark } from '@/components/Logo';
import { Weave } from '@/components/Weave';

import classes from './Entrance.module.css';

/** The way in: the form, beside a cloth woven of rising and falling threads. */
export function Entrance({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Wareloom`;
  }, [title]);
  return (
    <div className={classes.split}>
      <main id="main" tabIndex={-1} className={classes.side}>
        <div className={classes.form}>
          <div className={classes.brand}>
            <span className={classes.mark}>
              <Mark size={24} />
            </span>
            Wareloom
          </div>
          <Stack gap={6} mt={44} mb="xl">
            <Title order={1}>{title}</Title>
            <Text c="dimmed">{about}</Text>
          </Stack>
          {children}
        </div>
      </main>
      <aside className={classes.cloth} aria-hidden>
        <Weave />
        <p className={classes.line}>Watch what sells, and see how it moves.</p>
      </aside>
    </div>
  );
}
