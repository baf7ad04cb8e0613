/** Notices about orders, kept small: past a hundred orders the window is told to look at everything again. */
import type { Notice } from '../../preload/contract/bridge.ts';

const MOST = 100;

export const noticeOfOrders = (orderIds: readonly string[]): Notice => ({
  name: 'orders.changed',
  body: orderIds.length > MOST ? { orderIds: [], many: true } : { orderIds: [...orderIds], many: false },
});
