/** The desk itself, as the one who does what nobody has to ask for: starting work at its time, and telling one order of another's end. */
import type { Person } from './permissions.ts';

export const theDesk: Person = { id: 'desk', name: 'Fulfillment Desk', roles: ['fulfillmentManager'], groups: [] };
