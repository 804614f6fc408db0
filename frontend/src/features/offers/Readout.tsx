import { Text } from '@mantine/core';

import charts from '@/components/charts/charts.module.css';
import { Tip } from '@/components/charts/Reading';
import { dateTime, money } from '@/lib/format';

import type { Point } from './history';
import type { Series } from './series';

interface ReadoutProps {
  held: Point;
  moment: number;
  series: Series[];
  currency: string | null;
  left: number;
  width: number;
}

/** What held at a moment. */
export function Readout({ held, moment, series, currency, left, width }: ReadoutProps) {
  return (
    <Tip left={left} width={width}>
      <Text size="xs" c="dimmed">
        {dateTime(moment)}
      </Text>
      {series.map((one) => (
        <Text key={one.name} size="sm" className="num">
          <span className={charts.key} style={{ background: one.color }} aria-hidden />
          <b>{valueOf(held, one, currency)}</b>
          {one.name === 'price' && held.list !== null && (
            <Text span size="xs" c="dimmed">
              {' '}
              instead of {money(held.list, currency)}
            </Text>
          )}
          {one.name === 'reviews' && held.reviews !== null && ' reviews'}
        </Text>
      ))}
    </Tip>
  );
}

function valueOf(held: Point, { name, write }: Series, currency: string | null): string {
  const value = held[name];
  return value === null ? '–' : write(value, currency);
}

/** The same for who hears it: "12 Nov 2026, 09:00: Price $24.90, Reviews 1,200". */
export function readWords(held: Point | null, moment: number, series: Series[], currency: string | null): string {
  const values = held === null ? [] : series.map((one) => `${one.label} ${valueOf(held, one, currency)}`);
  return `${dateTime(moment)}: ${values.join(', ')}`;
}
