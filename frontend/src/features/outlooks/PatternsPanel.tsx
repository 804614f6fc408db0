import { Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { Panel } from '@/components/Panel';
import { count } from '@/lib/format';
import type { Pattern, TrendDetail } from '@/lib/schema';

import { type Answer, answers, named } from './patterns';
import classes from './Patterns.module.css';
import { SayingList } from './SayingList';

/** What its offers say alike: for whom, when, how; each opens to the offers that say so. */
export function PatternsPanel({ trend }: { trend: TrendDetail }) {
  const [opened, setOpened] = useState<Pattern | null>(null);
  const told = answers(trend.patterns);
  return (
    <Panel title="Audience and style" about="Read from the words of its offers. Open one to see which offers say so.">
      {told.length === 0 ? (
        <Empty title="Nothing is said alike">
          No two of its offers name a colour, an occasion or for whom they are.
        </Empty>
      ) : (
        <Stack gap="lg">
          {told.map((answer) => (
            <Told key={answer.kind} answer={answer} onOpen={setOpened} />
          ))}
        </Stack>
      )}
      <Modal
        opened={opened !== null}
        onClose={() => {
          setOpened(null);
        }}
        title={opened && `${named(opened)}: ${count(opened.offers)} of ${count(opened.of)} offers`}
        size="lg"
      >
        {opened && <SayingList id={trend.id} pattern={opened} />}
      </Modal>
    </Panel>
  );
}

function Told({ answer: { question, all }, onOpen }: { answer: Answer; onOpen: (one: Pattern) => void }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {question}
      </Text>
      <ul className={classes.values} aria-label={question}>
        {all.map((one) => (
          <li key={one.value} style={{ '--share': `${one.share * 100}%` } as React.CSSProperties}>
            <UnstyledButton
              className={classes.value}
              aria-haspopup="dialog"
              aria-label={`${named(one)}: ${count(one.offers)} of ${count(one.of)}`}
              onClick={() => {
                onOpen(one);
              }}
            >
              <span>{named(one)}</span>
              <span className="num">
                {count(one.offers)} of {count(one.of)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
