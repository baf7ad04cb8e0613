/** The services that an account has in use, by specification: what lines of a new order may rely on. */
import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

type ServiceRow = { service_id: string; site: string | null };

/** Every order has a row of its own about a service; the last one that came to an end says how it stands. */
export const activeServicesSql = `
  SELECT service_id, site FROM inventory_row AS item
  WHERE account_id = ? AND specification = ? AND state = 'active' AND NOT EXISTS (
    SELECT 1 FROM inventory_row AS later
    WHERE later.service_id = item.service_id AND (later.order_id, later.number) > (item.order_id, item.number)
      AND later.state IN ('active', 'inactive', 'suspended')
  )
  ORDER BY service_id`;

/** `location` is the site's id, or its name when it has none. */
export const listActiveServices = (
  db: Database,
  account: string,
  specification: string,
): readonly { readonly serviceId: string; readonly location?: string }[] =>
  prepared<ServiceRow>(db, activeServicesSql)
    .all(account, specification)
    .map(({ service_id: serviceId, site }) => ({ serviceId, ...(site === null ? {} : { location: site }) }));
