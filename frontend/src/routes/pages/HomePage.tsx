import { Page } from '@/components/Page';
import { Home } from '@/features/home/Home';
import { useMe } from '@/lib/context';

export function HomePage() {
  const me = useMe();
  return (
    <Page
      title={me ? me.tenant.name : 'Home'}
      tab="Home"
      about="What is going on, what it brought, and what waits for you."
    >
      <Home />
    </Page>
  );
}
