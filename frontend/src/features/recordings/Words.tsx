import { TextLink } from '@/components/links';

import { Marked } from './Marked';
import classes from './recordings.module.css';
import { type SpokenOf, stretchesOf } from './spoken';

interface WordsProps {
  text: string;
  /** What is looked for. */
  words: string;
  spoken: readonly SpokenOf[];
}

/** What is said: trends that it speaks of are links to them. */
export function Words({ text, words, spoken }: WordsProps) {
  return stretchesOf(text, spoken).map(({ text: part, of }, index) =>
    of === null ? (
      <Marked key={index} text={part} words={words} />
    ) : (
      <TextLink
        key={index}
        to="/trends/$trendId"
        params={{ trendId: of.trendId }}
        title={`Speaks of the trend “${of.name}”`}
        className={classes.spoken}
        inherit
      >
        <Marked text={part} words={words} />
      </TextLink>
    ),
  );
}
