import { Mark } from '@mantine/core';

import { pieces } from './marks';

/** Text with what is looked for marked in it. */
export function Marked({ text, words }: { text: string; words: string }) {
  return pieces(text, words).map(({ text: part, hit }, index) =>
    hit ? (
      <Mark key={index} color="saffron">
        {part}
      </Mark>
    ) : (
      part
    ),
  );
}
