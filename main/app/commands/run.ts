/** How a call on one order has its command carried out. */
import type { Done } from '../../../preload/contract/order.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { Result } from '../../domain/result.ts';
import type { LaterCommand } from './executor.ts';

export type Run = (
  input: { readonly orderId: string; readonly commandId: string },
  command: OrderCommand | LaterCommand,
) => Result<Done, Refusal>;
