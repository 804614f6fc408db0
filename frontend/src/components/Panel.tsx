import { Paper, type PaperProps, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './Panel.module.css';

interface PanelProps extends Omit<PaperProps, 'title'> {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  /** Tables and lists reach to the panel's edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page that stands for itself: a region with its heading. */
export function Panel({ title, about, action, flush = false, children, ...paper }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={classes.panel} {...paper}>
      <div className={classes.head}>
        <div className={classes.named}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {about && (
            <Text size="sm" c="dimmed" maw="60ch" mt={2} component="div">
              {about}
            </Text>
          )}
        </div>
        {action}
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </Paper>
  );
}
