/** Service orders that specs bring along, dated from today so that their checks pass in any year. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SAMPLES = new URL('../../samples/', import.meta.url);

/** The path of a shipped sample, such as `orders/managed-firewall.json`. */
export const samplePath = (name: string): string => fileURLToPath(new URL(name, SAMPLES));

export const readSample = (name: string): string => readFileSync(samplePath(name), 'utf8');

export const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();

export type LineWish = {
  readonly specification?: string;
  readonly action?: string;
  readonly serviceId?: string;
  readonly location?: string;
  readonly values?: Readonly<Record<string, string | number | boolean>>;
  /** Item ids this line waits for. */
  readonly after?: readonly string[];
};

export type OrderWish = {
  readonly externalId: string;
  readonly account?: string;
  readonly description?: string;
  readonly lines?: readonly LineWish[];
};

/** A TMF641 v4.1 order whose checks all pass unless the wish leaves something out. */
export function serviceOrder({ externalId, account = 'Harbour Foods', description, lines = [{}] }: OrderWish): object {
  return {
    id: `source-${externalId}`,
    externalId,
    description: description ?? `Order ${externalId}`,
    requestedCompletionDate: inDays(30),
    relatedParty: [{ id: `ACC-${account}`, name: account, role: 'customer', '@referredType': 'Organization' }],
    relatedContactInformation: [{ name: 'Iris Holm', emailAddress: 'iris@example.com', role: 'orderContact' }],
    serviceOrderItem: lines.map((line, index) => orderItem(line, String(index + 1))),
  };
}

function orderItem(wish: LineWish, id: string): object {
  const { specification = 'internet', action = 'add', serviceId, location = 'Quay 4', values = {}, after = [] } = wish;
  return {
    id,
    action,
    serviceOrderItemRelationship: after.map(itemId => ({ relationshipType: 'dependency', orderItem: { itemId } })),
    service: {
      ...(serviceId && { id: serviceId }),
      serviceSpecification: { id: specification },
      place: location === '' ? [] : [{ id: `SITE-${location}`, name: location, role: 'installationSite' }],
      serviceCharacteristic: Object.entries(values).map(([name, value]) => ({ name, value })),
    },
  };
}

/** The Managed Firewall of the operator's catalog, with every value it asks for. */
export const firewallLine = (values: LineWish['values'] = {}, wish: LineWish = {}): LineWish => ({
  specification: 'cfs-managed-firewall',
  location: 'Leeds',
  ...wish,
  values: { administratorEmail: 'it@example.com', ...values },
});
