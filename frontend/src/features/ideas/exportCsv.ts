import type { Api } from '@/lib/api';
import { gatherCsv } from '@/lib/csv';
import type { Idea } from '@/lib/schema';

import { type IdeaFilter, ideaPage } from './queries';

const PAGE = 200;

export const COLUMNS = {
  id: (idea: Idea) => idea.id,
  run_id: (idea: Idea) => idea.run_id,
  trend_id: (idea: Idea) => idea.trend_id,
  slogan: (idea: Idea) => idea.slogan,
  concept: (idea: Idea) => idea.concept,
  design_prompt: (idea: Idea) => idea.design_prompt,
  palette: (idea: Idea) => idea.palette.join('; '),
  products: (idea: Idea) => idea.products.join('; '),
  tags: (idea: Idea) => idea.tags.join('; '),
  style: (idea: Idea) => idea.style,
  motifs: (idea: Idea) => idea.motifs.join('; '),
  mood: (idea: Idea) => idea.mood,
  made_by: (idea: Idea) => idea.made_by,
  created_at: (idea: Idea) => idea.created_at,
};

/** Every idea of a search. */
export function ideasCsv(api: Api, filter: IdeaFilter) {
  return (signal: AbortSignal, onRows: (rows: number) => void) =>
    gatherCsv({ columns: COLUMNS, page: (cursor, stop) => ideaPage(api, filter, PAGE, cursor, stop), signal, onRows });
}
