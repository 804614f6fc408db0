import { Link } from '@tanstack/react-router';

import { dayAt, moment } from '@/lib/days';
import { day } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Launch } from '@/lib/schema';

import classes from './calendar.module.css';
import { DATES, monthName, months, place, STATES } from './launches';

/** The coming twelve months, a line for each trend; the list below has every date. */
export function YearAhead({ launches }: { launches: readonly Launch[] }) {
  const today = dayAt(useNow());
  const marks = months(today);
  return (
    <div className={classes.year}>
      <div className={classes.months} aria-hidden>
        {marks.map((month) => (
          <span key={month} style={{ left: `${place(month, today)}%` }}>
            {monthName(month)}
          </span>
        ))}
      </div>
      <ul className={classes.lines} aria-label="The coming year">
        {launches.map((launch) => (
          <li key={launch.trend_id}>
            <Link to="/trends/$trendId" params={{ trendId: launch.trend_id }} className={classes.name}>
              {launch.name}
            </Link>
            <Line launch={launch} today={today} marks={marks} />
          </li>
        ))}
      </ul>
      <p className={classes.legend} aria-hidden>
        <span data-date="begin_by" className={classes.date} /> Begin
        <span data-date="publish_by" className={classes.date} /> Publish
        <span data-date="order_by" className={classes.date} /> Order
        <span data-date="peak" className={classes.date} /> Peak
      </p>
    </div>
  );
}

function Line({ launch, today, marks }: { launch: Launch; today: string; marks: string[] }) {
  const [from, to] = [place(launch.begin_by, today), place(launch.peak, today)];
  const said = DATES.map(({ name, title }) => `${title} ${day(moment(launch[name]))}`).join(', ');
  return (
    <div className={classes.line} role="img" aria-label={`${STATES[launch.state][0]}: ${said}`} title={said}>
      {marks.map((month) => (
        <span key={month} className={classes.month} style={{ left: `${place(month, today)}%` }} />
      ))}
      <span className={classes.span} data-state={launch.state} style={{ left: `${from}%`, width: `${to - from}%` }} />
      {DATES.filter(({ name }) => launch[name] >= today).map(({ name }) => (
        <span
          key={name}
          className={`${classes.date ?? ''} ${classes.placed ?? ''}`}
          data-date={name}
          style={{ left: `${place(launch[name], today)}%` }}
        />
      ))}
    </div>
  );
}
