import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';

export function Lost() {
  return (
    <Page title="There is no such page">
      <Empty title="The thread ends here" action={<ButtonLink to="/">Go home</ButtonLink>}>
        The address may be old or mistyped.
      </Empty>
    </Page>
  );
}
