import { ScrollArea, Table, Text, Title } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { money, plural } from '@/lib/format';
import { words } from '@/lib/readable';
import type { Listing } from '@/lib/schema';

import classes from './listings.module.css';
import { byProduct, type Offered, variantsOf } from './progress';

/** Everything that can be bought, product by product: sizes down, colours across. */
export function Variants({ listing }: { listing: Listing }) {
  const offered = byProduct(variantsOf(listing.variants));
  return (
    <Panel flush title="What can be bought" about={plural(listing.variants.length, 'variant')}>
      {offered.map((one) => (
        <Product key={one.product} one={one} currency={listing.currency} />
      ))}
      {offered.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.inset}>
          Nothing yet.
        </Text>
      )}
    </Panel>
  );
}

function Product({ one, currency }: { one: Offered; currency: string }) {
  return (
    <section className={classes.product} aria-label={words(one.product)}>
      <Title order={3} px={20} pb={4}>
        {words(one.product)}
      </Title>
      <ScrollArea type="auto" offsetScrollbars="x">
        <Table aria-label={`Prices of ${one.product}`} verticalSpacing={6} horizontalSpacing={20} miw="max-content">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Size</Table.Th>
              {one.colours.map((colour) => (
                <Table.Th key={colour} className={classes.right}>
                  {words(colour)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {one.sizes.map(({ size, prices }) => (
              <Table.Tr key={size}>
                <Table.Th scope="row" fw={500}>
                  {size}
                </Table.Th>
                {prices.map((price, index) => (
                  <Table.Td key={index} className={classes.right}>
                    {money(price, currency)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </section>
  );
}
