import type { DesignChanges, DesignDetail, Studio } from '@/lib/schema';

/** The form of an edit. An empty choice leaves it as it is. */
export interface Wished {
  slogan: string;
  palette: string[];
  motifs: string[];
  style: string;
  layout: string;
  font: string;
  ink: 'light' | 'dark';
  prompt: string;
  studio: string;
}

export const FIELDS = ['slogan', 'palette', 'motifs', 'style', 'layout', 'font', 'prompt', 'studio'] as const;
export const MOST_COLOURS = 8;

export function wished(design: DesignDetail): Wished {
  return {
    slogan: design.slogan,
    palette: design.palette,
    motifs: design.motifs,
    style: design.style,
    layout: '',
    font: '',
    ink: design.on_dark ? 'light' : 'dark',
    prompt: design.prompt,
    studio: design.studio,
  };
}

/** What is to be different: only that is sent. Nothing at all draws another take on the same. */
export function changesOf(design: DesignDetail, form: Wished, studio: Studio | undefined): DesignChanges {
  const was = wished(design);
  const texts = (['slogan', 'style', 'prompt', 'studio'] as const).flatMap((name) => {
    const written = form[name].trim();
    return written !== '' && written !== was[name] ? [[name, written] as const] : [];
  });
  // Another studio may know none of the layouts and fonts that were chosen for the one before.
  const chosen = (['layout', 'font'] as const).flatMap((name) => {
    const known = studio?.[`${name}s`] ?? [];
    return known.includes(form[name]) ? [[name, form[name]] as const] : [];
  });
  const lists = (['palette', 'motifs'] as const).flatMap((name) =>
    same(form[name], was[name]) ? [] : [[name, form[name]] as const],
  );
  const said: DesignChanges = Object.fromEntries<string | string[]>([...texts, ...chosen, ...lists]);
  return {
    ...said,
    ...(form.ink === was.ink ? {} : { on_dark: form.ink === 'light' }),
  };
}

export function colourFault(palette: readonly string[]): string | null {
  if (palette.length === 0) return 'Keep at least one colour.';
  return palette.every((colour) => /^#[0-9a-f]{6}$/i.test(colour)) ? null : 'Write each colour like #1d4a3b.';
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length && one.every((value, index) => value.toLowerCase() === other[index]?.toLowerCase())
  );
}
