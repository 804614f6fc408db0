import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';

import { told } from '@/components/toast';
import { useWatching } from '@/features/watches/queries';
import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Task } from '@/lib/schema';

import { useStartTask } from './queries';
import { freshFields, taskOf, type WantedFields, watchOf } from './wanted';

const PLACED = ['marketplace', 'target', 'max_pages', 'max_offers'];

/** Starts what a form asks for, and puts a refusal where it belongs. */
export function useWanted(form: UseFormReturnType<WantedFields>, onStarted: ((task: Task) => void) | undefined) {
  const start = useStartTask();
  const { watch } = useWatching({ quiet: true });
  const [rest, setRest] = useState<string | null>(null);

  const begun = (said: string) => {
    told(said);
    form.setValues(freshFields(form.values.marketplace));
  };
  const onError = (error: unknown) => {
    const problem = asProblem(error);
    const { errors, rest: left } = fieldErrors(problem, PLACED);
    // A refusal without a field is nearly always about the target: that is what is written by hand.
    form.setErrors(problem.status === 422 && left !== null ? { target: left } : errors);
    setRest(problem.status === 422 ? null : left);
  };
  const submit = (fields: WantedFields) => {
    setRest(null);
    if (fields.keep === 'once') {
      const onSuccess = (task: Task) => {
        begun(`Collecting “${task.target}”.`);
        onStarted?.(task);
      };
      start.mutate(taskOf(fields), { onSuccess, onError });
      return;
    }
    watch.mutate(watchOf(fields), {
      onSuccess: (row) => {
        begun(`“${row.target}” is watched. Its first visit begins within a quarter of an hour.`);
      },
      onError,
    });
  };
  return { submit, rest, busy: start.isPending || watch.isPending };
}
