import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Picture } from '@/components/Picture';
import { SearchField } from '@/components/SearchField';
import { OfferChips } from '@/features/offers/OfferChips';
import { OfferFilters } from '@/features/offers/OfferFilters';
import { useOffers } from '@/features/offers/queries';
import { narrowings, type OfferSearch, withCurrency } from '@/features/offers/search';
import { money } from '@/lib/format';
import type { Collection } from '@/lib/schema';
import { given } from '@/lib/search';

import classes from './collections.module.css';
import { useAddMatching } from './holding';
import { wantedOffers } from './search';

const GLIMPSE = 5;

/** Adds every offer of the market that fits a search and filters. */
export function AddMatching({ collection }: { collection: Collection }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={open}>
        Add by filter
      </Button>
      <Modal opened={opened} onClose={close} title={`Add to “${collection.name}”`} size="lg">
        <AddForm collection={collection} onDone={close} />
      </Modal>
    </>
  );
}

function AddForm({ collection, onDone }: { collection: Collection; onDone: () => void }) {
  const [search, setSearch] = useState<OfferSearch>({});
  const [note, setNote] = useState('');
  const add = useAddMatching(collection);
  const { query, items } = useOffers(search, GLIMPSE);
  const narrowed = search.query !== undefined || narrowings(search) > 0;
  const put = (next: OfferSearch) => {
    setSearch(withCurrency(next, items));
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        Every offer of the market that fits is added, 10,000 at once at most. What is in it already keeps its note.
      </Text>
      <Group>
        <SearchField
          label="Offers to add"
          placeholder="Words, “a phrase”, -not"
          value={search.query}
          onValue={(words) => {
            put(given<OfferSearch>({ ...search, query: words.trim() === '' ? undefined : words.trim() }));
          }}
        />
      </Group>
      <OfferFilters search={search} onSearch={put} offers={items} />
      <OfferChips search={search} onSearch={put} />
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        narrowed && <Glimpse offers={items} more={query.hasNextPage} waiting={query.isPending} />
      )}
      <Textarea
        label="Note"
        description="Written beside each that is new here."
        autosize
        maxRows={5}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
      />
      {add.isError && <Failure error={add.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          disabled={!narrowed || items.length === 0}
          loading={add.isPending}
          onClick={() => {
            const said = note.trim() === '' ? {} : { note: note.trim() };
            add.mutate({ ...wantedOffers(search), ...said }, { onSuccess: onDone });
          }}
        >
          Add all that fit
        </Button>
      </Group>
    </Stack>
  );
}

interface GlimpseProps {
  offers: ReturnType<typeof useOffers>['items'];
  more: boolean;
  waiting: boolean;
}

/** The first few that would be added: enough to see whether the filter says what is meant. */
function Glimpse({ offers, more, waiting }: GlimpseProps) {
  const some = offers.slice(0, GLIMPSE);
  return (
    <div role="status">
      <Text size="sm" fw={550} mb={6}>
        {waiting ? 'Looking…' : some.length === 0 ? 'No offer fits.' : 'These fit'}
      </Text>
      <ul className={classes.people} aria-label="Offers that fit">
        {some.map((offer) => (
          <Group component="li" key={offer.id} wrap="nowrap" gap="sm">
            <Picture src={offer.image_url} seed={offer.id} size={28} />
            <Text size="sm" truncate flex={1} miw={0}>
              {offer.title}
            </Text>
            <Text size="sm" className="num">
              {money(offer.price, offer.currency)}
            </Text>
          </Group>
        ))}
      </ul>
      {more && (
        <Text size="sm" c="dimmed" mt={6}>
          … and others.
        </Text>
      )}
    </div>
  );
}
