import { Reading } from '@/components/charts/Reading';
import { day } from '@/lib/format';

import { at, type Point } from './history';
import { MARGIN, Plot } from './Plot';
import { Readout, readWords } from './Readout';
import type { Series } from './series';

interface StageProps {
  shown: Point[];
  series: Series[];
  from: number;
  to: number;
  currency: string | null;
}

/** The lines above each other, with one moment that is read from all of them. */
export function Stage({ shown, series, from, to, currency }: StageProps) {
  const said = `from ${day(from)} to ${day(to)}; the sightings below have every value.`;
  return (
    <Reading
      label="Moment of the history"
      words={(moment) => readWords(at(shown, moment), moment, series, currency)}
      stops={shown.map((point) => point.at)}
      from={from}
      to={to}
      margin={MARGIN}
    >
      {({ width, held: moment, left }) => {
        const held = moment === null ? null : at(shown, moment);
        return (
          <>
            {series.map((one) => (
              <Plot
                key={one.name}
                shown={shown}
                series={one}
                from={from}
                to={to}
                width={width}
                currency={currency}
                moment={moment}
                held={held}
                title={`${one.label} ${said}`}
              />
            ))}
            {held && moment !== null && (
              <Readout held={held} moment={moment} series={series} currency={currency} left={left} width={width} />
            )}
          </>
        );
      }}
    </Reading>
  );
}
