import { Button } from '@mantine/core';
import { IconDownload, IconFolderPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { Page } from '@/components/Page';
import { failed, told } from '@/components/toast';
import { AddToCollection } from '@/features/collections/AddToCollection';
import type { Adding } from '@/features/collections/adding';
import { ExportDialog } from '@/features/exports/ExportDialog';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { offersCsv } from '@/features/offers/exportCsv';
import { searchWords } from '@/features/offers/filterWords';
import { OfferList } from '@/features/offers/OfferList';
import type { Picked } from '@/features/offers/picking';
import { conditions } from '@/features/offers/search';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import { saveCsv } from '@/lib/save';
import type { Offer } from '@/lib/schema';

const route = getRouteApi('/inside/offers');

export function OffersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const title = useMarketplaceTitle();
  const [exporting, setExporting] = useState(false);
  const [adding, setAdding] = useState<Adding | null>(null);
  const about = searchWords(search, title);
  const exportAll = () => {
    setExporting(true);
  };
  return (
    <Page
      title="Offers"
      about="Products as the marketplaces show them, each with its history."
      actions={
        work && (
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={exportAll}>
            Export
          </Button>
        )
      }
    >
      <OfferList
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        acts={(picked) => (
          <>
            {work && (
              <Button
                size="sm"
                px="sm"
                leftSection={<IconFolderPlus size={16} aria-hidden />}
                onClick={() => {
                  setAdding(toAdd(picked));
                }}
              >
                Add to collection
              </Button>
            )}
            <ExportPicked picked={picked} onAll={exportAll} />
          </>
        )}
      />
      <ExportDialog
        opened={exporting}
        filter={conditions(search)}
        about={about}
        onClose={() => {
          setExporting(false);
        }}
      />
      <AddToCollection
        adding={adding}
        about={about}
        onClose={() => {
          setAdding(null);
        }}
      />
    </Page>
  );
}

function toAdd(picked: Picked): Adding {
  return 'offers' in picked
    ? { offer_ids: picked.offers.map(({ id }) => id) }
    : { matching: conditions(picked.matching) };
}

/** Offers that are at hand are saved at once; all that match are written by the server, which members may ask. */
function ExportPicked({ picked, onAll }: { picked: Picked; onAll: () => void }) {
  const { work } = useRights();
  if (!('offers' in picked) && !work) return null;
  return (
    <Button
      size="sm"
      px="sm"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => {
        if ('offers' in picked) void save(picked.offers);
        else onAll();
      }}
    >
      {'offers' in picked ? 'Save as CSV' : 'Export'}
    </Button>
  );
}

async function save(offers: readonly Offer[]): Promise<void> {
  try {
    saveCsv(await offersCsv(offers), 'offers');
    told(`${plural(offers.length, 'offer')} saved as CSV.`);
  } catch (error) {
    failed(error);
  }
}
