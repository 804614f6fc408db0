import { Text } from '@mantine/core';

import charts from '@/components/charts/charts.module.css';
import { count, percent } from '@/lib/format';

import { type Point, summary } from './history';
import classes from './Plot.module.css';
import type { Series } from './series';

interface FiguresProps {
  shown: Point[];
  series: Series[];
  currency: string | null;
}

/** Each line in a few numbers: where it ends, between what it went, how far it moved. */
export function Figures({ shown, series, currency }: FiguresProps) {
  return (
    <div className={classes.figures}>
      {series.map((one) => (
        <Figure key={one.name} shown={shown} series={one} currency={currency} />
      ))}
    </div>
  );
}

function Figure({ shown, series, currency }: { shown: Point[]; series: Series; currency: string | null }) {
  const sum = summary(shown, series.name);
  if (!sum) return null;
  return (
    <Text size="sm" className="num">
      <span className={charts.key} style={{ background: series.color }} aria-hidden />
      <b>{series.label}</b> {series.write(sum.last, currency)}
      <Text span c="dimmed">
        {sum.low !== sum.high && ` between ${series.write(sum.low, currency)} and ${series.write(sum.high, currency)}`}
        {moved(series, sum)}
      </Text>
    </Text>
  );
}

function moved({ name }: Series, { first, last, change }: NonNullable<ReturnType<typeof summary>>): string {
  if (first === last) return ', unchanged';
  if (name === 'price') return change === null ? '' : `, ${percent(change)}`;
  return name === 'reviews' ? `, ${last > first ? '+' : ''}${count(last - first)}` : '';
}
