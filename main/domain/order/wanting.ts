/** Tells whether a task is kept until an order is approved that has what it wants (features O6). */
import type { OrderTask } from './order.ts';

export const isWanting = ({ wants }: Pick<OrderTask, 'wants'>): boolean =>
  wants?.some(({ required }) => required === true) ?? false;
