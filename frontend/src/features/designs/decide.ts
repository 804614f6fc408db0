import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { failed } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';
import type { Design, DesignStatus } from '@/lib/schema';

import { placeDesign } from './queries';

export type Verdict = 'approved' | 'rejected';

export interface Decision {
  design: Pick<Design, 'id' | 'slogan'>;
  verdict: Verdict;
  /** Why not. A rejection is for good and is never without one. */
  reason?: string;
  /** Whoever asked says themselves what did not work. */
  quiet?: boolean;
}

const DECIDE = ['designs', 'decide'] as const;

/** A yes or no. While it is on its way it shows as said; when it is refused, the row stands as it was, with the why. */
export function useDecide() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: DECIDE,
    mutationFn: ({ design, verdict, reason = '' }: Decision) => {
      const params = { path: { design_id: design.id } };
      return got(
        verdict === 'approved'
          ? api.POST('/api/v1/designs/{design_id}/approve', { params })
          : api.POST('/api/v1/designs/{design_id}/reject', { params, body: { reason } }),
      );
    },
    onSuccess: (design) => {
      placeDesign(queries, design);
    },
    onError: (error, { quiet = false }) => {
      if (!quiet) failed(error);
    },
    onSettled: () => {
      // One of many: the lists are fetched again after the last, not after each.
      if (queries.isMutating({ mutationKey: DECIDE }) === 1) void queries.invalidateQueries({ queryKey: keys.designs });
    },
  });
}

/** Decisions that are on their way, by design. */
export function useDeciding(): Map<string, Verdict> {
  const underWay = useMutationState({
    filters: { mutationKey: DECIDE, status: 'pending' },
    select: ({ state }) => state.variables as Decision,
  });
  return new Map(underWay.map(({ design, verdict }) => [design.id, verdict]));
}

/** The status as a person sees it: a decision counts from when it was made. */
export function seenStatus(
  design: Pick<Design, 'id' | 'status'>,
  deciding: ReadonlyMap<string, Verdict>,
): DesignStatus {
  return deciding.get(design.id) ?? design.status;
}

export interface Progress {
  verdict: Verdict;
  done: number;
  total: number;
  refused: { slogan: string; why: string }[];
  ended: boolean;
}

const AT_ONCE = 3;

/** The same answer for many designs, a few at a time, with what became of each. */
export function useDecideMany() {
  const { mutateAsync } = useDecide();
  const [progress, setProgress] = useState<Progress | null>(null);
  const halted = useRef(false);

  const start = async (designs: readonly Decision['design'][], verdict: Verdict, reason = '') => {
    halted.current = false;
    const left = [...designs];
    setProgress({ verdict, done: 0, total: left.length, refused: [], ended: false });
    const ended = (refused: Progress['refused']) => {
      setProgress((was) => was && { ...was, done: was.done + 1, refused: [...was.refused, ...refused] });
    };
    const work = async () => {
      for (let design = left.shift(); design && !halted.current; design = left.shift()) {
        try {
          await mutateAsync({ design, verdict, reason, quiet: true });
          ended([]);
        } catch (error) {
          ended([{ slogan: design.slogan, why: asProblem(error).message }]);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setProgress((was) => was && { ...was, ended: true });
  };

  return {
    progress,
    start,
    halt: () => {
      halted.current = true;
    },
    clear: () => {
      setProgress(null);
    },
  };
}
