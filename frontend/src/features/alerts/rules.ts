import { within } from '@/features/accounts/actor';
import { count } from '@/lib/format';
import type { AlertKind, AlertRule, AlertRuleWish } from '@/lib/schema';

import { hoursWords, thresholdWords } from './numbers';

/** What a rule holds for. Without a subject for all that are followed, without a network for all of them together. */
export interface RuleScope {
  kind: AlertKind;
  subject: string | null;
  network: string | null;
}

interface KindWords {
  kind: AlertKind;
  title: string;
  about: string;
  enter: string;
  sample: string;
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'negative',
    title: 'Negative share',
    about: 'Opens when more of what is said is negative than this, and surely so: even at the lower end of its bounds.',
    enter: 'Share of negative posts',
    sample: 'Posts that say how they feel',
  },
  {
    kind: 'burst',
    title: 'Burst of posts',
    about: 'Opens when far more is said than in the same hours of the weeks before, counted in usual spreads.',
    enter: 'Usual spreads over the usual',
    sample: 'Posts in the window',
  },
  {
    kind: 'mix',
    title: 'New mix of emotions',
    about: 'Opens when so large a part of the posts feels otherwise than before, and surely not by chance.',
    enter: 'Share that feels otherwise',
    sample: 'Posts that feel something',
  },
];

export function isShare(kind: AlertKind): boolean {
  return kind !== 'burst';
}

export function scopeOf(rule: AlertRule): RuleScope {
  return { kind: rule.kind, subject: rule.subject_id ?? null, network: rule.network ?? null };
}

export function sameScope(one: RuleScope, other: RuleScope): boolean {
  return one.kind === other.kind && one.subject === other.subject && one.network === other.network;
}

/** Nobody changed it: there is nothing to take back. */
export function byItself(rule: AlertRule): boolean {
  return (rule.updated_by ?? null) === null;
}

export function wishOf({ enabled, enter, leave, min_sample, window_hours, cooldown_hours }: AlertRule): AlertRuleWish {
  return { enabled, enter, leave, min_sample, window_hours, cooldown_hours };
}

/** "Opens over 50%, closes under 40%. From 30 posts within 24 hours, and rests for 6 hours after." */
export function ruleWords(rule: AlertRule): string {
  const [enter, leave] = [thresholdWords(rule.kind, rule.enter), thresholdWords(rule.kind, rule.leave)];
  const rest = rule.cooldown_hours === 0 ? 'without a rest' : `then rests ${hoursWords(rule.cooldown_hours)}`;
  return `Opens over ${enter}, closes under ${leave}. From ${count(rule.min_sample)} posts within ${hoursWords(rule.window_hours)}, ${rest}.`;
}

/** A share is written in percent and kept as a share. */
export interface RuleFields {
  enabled: boolean;
  enter: number | string;
  leave: number | string;
  min_sample: number | string;
  window_hours: number | string;
  cooldown_hours: number | string;
}

export function fieldsOf(rule: AlertRule): RuleFields {
  const size = isShare(rule.kind) ? 100 : 1;
  const written = (value: number) => Math.round(value * size * 100) / 100;
  return { ...wishOf(rule), enabled: rule.enabled, enter: written(rule.enter), leave: written(rule.leave) };
}

export function wishFrom(kind: AlertKind, fields: RuleFields): AlertRuleWish {
  const size = isShare(kind) ? 100 : 1;
  return {
    enabled: fields.enabled,
    enter: Number(fields.enter) / size,
    leave: Number(fields.leave) / size,
    min_sample: Number(fields.min_sample),
    window_hours: Number(fields.window_hours),
    cooldown_hours: Number(fields.cooldown_hours),
  };
}

/** A place that was left empty. What else is wrong with a rule the API says better. */
export function emptyFault(value: number | string): string | null {
  return value === '' ? 'Write a number.' : null;
}

export function changedWords(rule: AlertRule, actor: (who: string) => string): string {
  return byItself(rule) ? 'As it is by itself' : `Changed by ${within(actor(rule.updated_by ?? ''))}`;
}
