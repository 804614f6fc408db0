import { count, plural } from '@/lib/format';
import { value, words } from '@/lib/readable';
import type { Plan, Run, Stage, Step, StepStatus } from '@/lib/schema';

export function isOpen(run: Run): boolean {
  return run.status === 'queued' || run.status === 'running' || run.status === 'waiting';
}

/** How a verb stands: the one word that its node in the diagram is drawn by. */
export type Standing = 'ahead' | 'queued' | 'running' | 'waiting' | 'done' | 'trouble' | 'halted';

export function many(stage: Stage, ...statuses: StepStatus[]): number {
  return statuses.reduce((sum, status) => sum + (stage.counts[status] ?? 0), 0);
}

/** Steps that need no more work, however they went. */
export function settled(stage: Stage): number {
  return many(stage, 'done', 'rejected', 'blocked', 'failed');
}

export function standing(stage: Stage, open: boolean): Standing {
  const unended = stage.total - settled(stage);
  if (stage.total === 0) return 'ahead';
  if (unended > 0 && !open) return 'halted';
  if (many(stage, 'running') > 0) return 'running';
  if (many(stage, 'waiting') > 0) return 'waiting';
  if (unended > 0) return 'queued';
  return many(stage, 'blocked', 'failed') > 0 ? 'trouble' : 'done';
}

export function share(stage: Stage): number {
  return stage.total === 0 ? 0 : settled(stage) / stage.total;
}

/** What a node says beside its figure, in the order in which it matters. Done needs no word: the figure says it. */
const ASIDES = [
  ['failed', 'failed'],
  ['blocked', 'blocked'],
  ['rejected', 'refused'],
  ['waiting', 'waiting'],
  ['running', 'at work'],
  ['queued', 'to come'],
] as const satisfies readonly [StepStatus, string][];

export function asides(stage: Stage): { status: StepStatus; said: string }[] {
  return ASIDES.flatMap(([status, word]) => {
    const number = many(stage, status);
    return number === 0 ? [] : [{ status, said: `${count(number)} ${word}` }];
  });
}

const STANDING_WORDS: Record<Standing, string> = {
  ahead: 'not begun',
  queued: 'about to begin',
  running: 'at work',
  waiting: 'waiting for a person',
  done: 'done',
  trouble: 'had trouble',
  halted: 'halted',
};

/** The node in words, for those who do not see it. */
export function spoken(stage: Stage, open: boolean): string {
  const words = STANDING_WORDS[standing(stage, open)];
  if (stage.total === 0) return `${stage.title}: ${words}`;
  const rest = asides(stage).map(({ said }) => said);
  return [`${stage.title}: ${words}`, `${count(many(stage, 'done'))} of ${count(stage.total)} done`, ...rest].join(
    ', ',
  );
}

/** Designs that wait for a person's yes or no. */
export function undecided(run: Run): number {
  return run.stages.reduce((sum, stage) => sum + (stage.verb === 'approve' ? many(stage, 'waiting') : 0), 0);
}

/** What a person can do about a run as it stands, the most useful first. */
export type NextAct = 'decide' | 'budget' | 'resume';

export function nextActs(run: Run): NextAct[] {
  const refused = run.stages.some((stage) => stage.verb !== 'approve' && many(stage, 'rejected') > 0);
  const resumable = run.status === 'failed' || run.status === 'stopped' || (run.status === 'succeeded' && refused);
  return [
    ...(undecided(run) > 0 ? ['decide' as const] : []),
    ...(run.reason !== null && /\bbudget\b/i.test(run.reason) ? ['budget' as const] : []),
    ...(resumable ? ['resume' as const] : []),
  ];
}

/** The most that a run begun now may spend: its own budget, or what the month has left of its. */
export function mostSpent(plan: Plan): { money: number; tokens: number } {
  return {
    money: Math.max(0, Math.min(Number(plan.run_money), Number(plan.month_money) - Number(plan.spent_money))),
    tokens: Math.max(0, Math.min(plan.run_tokens, plan.month_tokens - plan.spent_tokens)),
  };
}

/** What a step says of itself in one line, beside its name: "12 trends", "“Mushroom Club”, by typographic". */
export function told(step: Step, name: string | null = null): string {
  const { slogan, studio, ...others } = step.facts;
  const drawn = typeof slogan === 'string' && name === null ? [`“${slogan}”`] : [];
  const by = typeof studio === 'string' ? [`by ${studio}`] : [];
  const rest = Object.entries(others).map(([key, given]) =>
    typeof given === 'number' ? counted(given, key) : `${words(key)}: ${value(given)}`,
  );
  return [...drawn, ...by, ...rest].join(', ');
}

function counted(number: number, name: string): string {
  const one = name.endsWith('s') ? name.slice(0, -1) : name;
  return name.endsWith('s') ? plural(number, one) : `${count(number)} ${name}`;
}
