/** TMF641 order documents by the thousand: about two kilobytes each, with customers, sites and words that repeat as real ones do. */
import type { JsonValue } from '../../main/domain/json.ts';
import { diceOf, type Dice } from './dice.ts';

const first = ['Borealis', 'Nordlys', 'Havila', 'Fjord', 'Harbour', 'Summit', 'Cedar', 'Granite', 'Amber', 'Delta'];
const second = ['Seafood', 'Logistics', 'Legal', 'Energy', 'Foods', 'Timber', 'Clinics', 'Motors', 'Media', 'Textiles'];
const cities = ['Bergen', 'Oslo', 'Leeds', 'Bristol', 'Lyon', 'Porto', 'Gdansk', 'Turku', 'Ghent', 'Basel', 'Graz'];
const streets = ['Harbour Road', 'Wellington Street', 'Torget', 'Rue Haute', 'Mill Lane', 'Station Square', 'Quayside'];
const purposes = ['branch', 'warehouse', 'head office', 'data centre', 'clinic', 'depot', 'showroom', 'plant'];

export type DocumentOptions = {
  readonly lines?: number;
  /** What every line asks for. */
  readonly specification?: string;
  /** How many of it each line asks for. */
  readonly quantity?: number;
};

/** Document `n` is always the same. */
export function documentOf(
  n: number,
  { lines = 1, specification = 'cfs-network', quantity = 1 }: DocumentOptions = {},
): JsonValue {
  const dice = diceOf(n * 7919 + 1);
  const city = dice.of(cities);
  const customer = `${dice.of(first)} ${dice.of(second)} ${dice.below(400)}`;
  const day = new Date(Date.UTC(2027, 0, 4) + dice.below(120) * 86_400_000).toISOString();
  return {
    id: `doc-${String(n).padStart(9, '0')}`,
    href: `https://crm.example.com/tmf-api/serviceOrdering/v4/serviceOrder/doc-${n}`,
    externalId: `CRM-${n}`,
    category: 'Enterprise network',
    description: `Managed network for the ${city} ${dice.of(purposes)} of ${customer}`,
    priority: String(dice.below(5)),
    state: 'acknowledged',
    orderDate: '2026-11-16T09:12:44.000Z',
    requestedStartDate: '2026-12-01T08:00:00.000Z',
    requestedCompletionDate: day,
    salesCampaign: `campaign-${dice.below(20)}`,
    relatedParty: [
      { id: `ACC-${dice.below(5000)}`, name: customer, role: 'customer', '@referredType': 'Organization' },
      {
        id: `IND-${dice.below(9000)}`,
        name: 'Priya Raman',
        role: 'technicalContact',
        email: `contact${dice.below(9000)}@example.com`,
        phoneNumber: '+44 113 496 0812',
        '@referredType': 'Individual',
      },
    ],
    note: [{ author: 'Owen Fields', date: '2026-11-16T09:20:00.000Z', text: 'Give a day of notice for access.' }],
    serviceOrderItem: Array.from({ length: lines }, (_, at) => itemOf(n, at, { city, specification, quantity, dice })),
  };
}

type ItemParts = Required<Pick<DocumentOptions, 'specification' | 'quantity'>> & {
  readonly city: string;
  readonly dice: Dice;
};

function itemOf(n: number, at: number, { city, specification, quantity, dice }: ItemParts): JsonValue {
  return {
    id: String(at + 1),
    action: 'add',
    quantity,
    service: {
      name: `Managed Network ${city}`,
      serviceType: 'CFS',
      serviceSpecification: { id: specification, '@type': 'ServiceSpecificationRef' },
      place: [
        {
          id: `SITE-${n}-${at}`,
          name: `${city} ${dice.of(purposes)}`,
          role: 'installationSite',
          streetNr: String(1 + dice.below(200)),
          streetName: dice.of(streets),
          city,
          country: 'Norway',
          '@type': 'GeographicAddress',
        },
      ],
      serviceCharacteristic: [
        { name: 'bandwidth', value: dice.of(['100M', '1G', '10G']), valueType: 'string' },
        { name: 'grade', value: dice.of(['basic', 'gold']), valueType: 'string' },
        { name: 'vlan', value: 100 + dice.below(3900), valueType: 'integer' },
        { name: 'zones', value: 1 + dice.below(6), valueType: 'integer' },
      ],
    },
  };
}
