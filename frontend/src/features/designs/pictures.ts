import { words } from '@/lib/readable';
import type { Design, Mockup } from '@/lib/schema';

/** A picture that can be looked at closely. */
export interface Closeup {
  src: string | null;
  /** Smaller, and here sooner. */
  preview: string | null;
  title: string;
  width: number;
  height: number;
  /** Transparent: the ground it lies on shows. */
  transparent: boolean;
  /** Light inks. */
  dark: boolean;
}

const USUAL = { width: 4500, height: 5400 };

export function artOf(design: Design): Closeup {
  return {
    src: design.art_url,
    preview: design.thumbnail_url,
    title: design.slogan,
    width: design.width ?? USUAL.width,
    height: design.height ?? USUAL.height,
    transparent: true,
    dark: design.on_dark,
  };
}

export function mockupOf({ url, product, colour, width, height }: Mockup): Closeup {
  return {
    src: url,
    preview: null,
    title: `${words(product)}, ${colour}`,
    width,
    height,
    transparent: false,
    dark: false,
  };
}
