/** Tells a catalog from orders by the words of its beginning, without reading the whole file. */
import type { Database } from 'better-sqlite3';
import { readChunks } from '../../../db/uploads.ts';

/** Words that only stand in catalogs; an order names specifications too, but under a service. */
const catalogWords =
  /"(@type"\s*:\s*"[\w.]*(FulfillmentCatalog|(Service|Resource|Product)Specification)"|(service|resource|product)Specification"\s*:\s*\[|((service|resource|product)S|s)pec(Characteristic|Relationship)"|lifecycleStatus"|planTemplate"|fulfillmentDesk"\s*:)/;
const orderWords = /"(serviceOrderItem|orderItem|serviceOrder)"/;

const BEGINNING = 64 * 1024;

/** Whichever kind of word stands first in the beginning; orders when there is none, since their refusals say most. */
export function kindOfFile(db: Database, uploadId: string): 'orders' | 'catalog' {
  let beginning = '';
  for (const chunk of readChunks(db, uploadId)) {
    beginning += chunk;
    if (beginning.length >= BEGINNING) break;
  }
  const catalogAt = beginning.search(catalogWords);
  const orderAt = beginning.search(orderWords);
  return catalogAt !== -1 && (orderAt === -1 || catalogAt < orderAt) ? 'catalog' : 'orders';
}
