/** The numbers by which people know an order and its parts; all follow from the order's own, so no counter is shared. */
import type { DomainOrder, Order } from './order.ts';

type Numbered = Pick<Order, 'number'>;

/** `ORD0000421`: seven digits, more when they run out. */
export const orderNumber = (sequence: number): string => `ORD${String(sequence).padStart(7, '0')}`;

const digits = ({ number }: Numbered): string => number.replace(/^\D+/, '');

export const lineNumber = (order: Numbered, line: number): string => `ORDL${digits(order)}-${line}`;
export const taskNumber = (order: Numbered, task: number): string => `TASK${digits(order)}-${task}`;
export const falloutNumber = (order: Numbered, fallout: number): string => `FO${digits(order)}-${fallout}`;

/** `SO` for a service, `RO` for a resource (domain.md A.2). */
export const domainOrderNumber = (order: Numbered, { kind, number }: Pick<DomainOrder, 'kind' | 'number'>): string =>
  `${kind === 'service' ? 'SO' : 'RO'}${digits(order)}-${number}`;
