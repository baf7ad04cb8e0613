/** Writes an order of the demo as the CRM of the operator would send it: a TMF641 v4.1 document. */
import type { JsonValue } from '../../domain/json.ts';
import type { CharacteristicValue, Contact, SpecificationRef } from '../../domain/vocabulary/captured.ts';
import { priorities, type LineAction, type Priority } from '../../domain/vocabulary/states.ts';
import { tmfActionOf } from '../tmf641/orderWords.ts';
import type { Customer } from './demoData.ts';
import { country, type Site } from './sites.ts';

export type DemoLine = {
  readonly itemId: string;
  readonly action: LineAction;
  /** 1 when absent. */
  readonly quantity?: number;
  readonly specification: SpecificationRef;
  readonly site?: Site;
  readonly characteristics: readonly CharacteristicValue[];
  /** Item ids. */
  readonly waitsFor: readonly string[];
  readonly serviceId?: string;
};

export type DemoOrder = {
  readonly sourceId: string;
  readonly externalId: string;
  readonly category: string;
  readonly description: string;
  readonly priority: Priority;
  /** ISO-8601 UTC. */
  readonly orderDate: string;
  readonly requestedStart?: string;
  readonly requestedCompletion?: string;
  readonly customer: Customer;
  readonly contact?: Contact;
  readonly salesAgent: string;
  readonly note?: string;
  readonly lines: readonly DemoLine[];
};

const crm = 'https://crm.fjordlink.example/tmf-api/serviceOrdering/v4/serviceOrder/';

export function documentOf(order: DemoOrder): JsonValue {
  const { customer, contact, salesAgent } = order;
  return {
    id: order.sourceId,
    href: crm + order.sourceId,
    externalId: order.externalId,
    category: order.category,
    description: order.description,
    priority: String(priorities.indexOf(order.priority)),
    state: 'acknowledged',
    orderDate: order.orderDate,
    ...(order.requestedStart === undefined ? {} : { requestedStartDate: order.requestedStart }),
    ...(order.requestedCompletion === undefined ? {} : { requestedCompletionDate: order.requestedCompletion }),
    relatedParty: [
      {
        id: customer.id,
        name: customer.name,
        role: 'customer',
        '@type': 'RelatedParty',
        '@referredType': 'Organization',
      },
      ...(contact === undefined ? [] : [contactParty(customer, contact)]),
      { id: salesAgent, role: 'salesAgent', '@type': 'RelatedParty', '@referredType': 'Individual' },
    ],
    ...(order.note === undefined
      ? {}
      : { note: [{ author: salesAgent, date: order.orderDate, text: order.note, '@type': 'Note' }] }),
    serviceOrderItem: order.lines.map(itemOf),
    '@type': 'ServiceOrder',
  };
}

const contactParty = (customer: Customer, { name, role, email, phone }: Contact): JsonValue => ({
  id: customer.id.replace('ACC', 'IND'),
  name: name ?? '',
  role: role ?? 'technicalContact',
  email: email ?? null,
  phoneNumber: phone ?? null,
  '@type': 'RelatedParty',
  '@referredType': 'Individual',
});

function itemOf(line: DemoLine): JsonValue {
  const { itemId, action, quantity = 1, specification, site, characteristics, waitsFor, serviceId } = line;
  const isPrecise = action === 'suspend' || action === 'resume';
  return {
    id: itemId,
    action: tmfActionOf(action),
    quantity,
    ...(isPrecise ? { fulfillmentAction: action } : {}),
    ...(waitsFor.length === 0
      ? {}
      : {
          serviceOrderItemRelationship: waitsFor.map(other => ({
            relationshipType: 'dependency',
            orderItem: { itemId: other, '@type': 'ServiceOrderItemRef' },
            '@type': 'ServiceOrderItemRelationship',
          })),
        }),
    service: {
      ...(serviceId === undefined ? {} : { id: serviceId }),
      name: `${specification.name ?? ''} ${site?.city ?? ''}`.trim(),
      serviceType: 'CFS',
      ...(action === 'suspend' ? { state: 'inactive' } : {}),
      serviceSpecification: { ...specification, '@type': 'ServiceSpecificationRef' },
      ...(site === undefined ? {} : { place: [placeOf(site)] }),
      serviceCharacteristic: characteristics.map(characteristic => ({ ...characteristic })),
      '@type': 'Service',
    },
    '@type': 'ServiceOrderItem',
  };
}

const placeOf = ({ city: place, id, name, streetNr, streetName, postcode }: Site): JsonValue => ({
  id,
  name,
  role: 'installationSite',
  streetNr,
  streetName,
  city: place,
  postcode,
  country,
  '@type': 'GeographicAddress',
});
