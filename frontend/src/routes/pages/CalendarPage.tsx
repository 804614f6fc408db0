import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { CalendarView } from '@/features/outlooks/CalendarView';

import { TrendTabs } from './TrendTabs';

const route = getRouteApi('/inside/trends/calendar');

export function CalendarPage() {
  const times = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Calendar" about="What comes back every year, and when to begin with it.">
      <TrendTabs />
      <CalendarView times={times} onTimes={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
