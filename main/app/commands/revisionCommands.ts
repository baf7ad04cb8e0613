/** The calls by which a change of an order under way is asked for and decided on. */
import type { Handlers, WriterCall } from '../sides.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import { ok, type Result } from '../../domain/result.ts';
import { defined } from '../defined.ts';
import type { Run } from './run.ts';
import type { LoadOrder } from './otherOrders.ts';
import { revisionChanges } from './revisionChanges.ts';

export type RevisionCall = Extract<WriterCall, `revision.${string}`>;

export function revisionCommands(load: LoadOrder, run: Run): Handlers<RevisionCall> {
  return {
    'revision.request': input => {
      const { commandId, ...asked } = defined(input);
      const { orderId, changes, overrideReason, ...rest } = asked;
      const toCommand = (): Result<OrderCommand, never> =>
        ok({
          type: 'requestRevision',
          ...rest,
          changes: revisionChanges(load(orderId), changes),
          ...(overrideReason === undefined ? {} : { override: { reason: overrideReason } }),
        });
      return run({ orderId, commandId }, { type: 'later', asked: { call: 'revision.request', ...asked }, toCommand });
    },
    'revision.approve': input => {
      const { orderId, commandId, ...rest } = defined(input);
      return run({ orderId, commandId }, { type: 'approveRevision', ...rest });
    },
    'revision.reject': input => {
      const { orderId, commandId, ...rest } = defined(input);
      return run({ orderId, commandId }, { type: 'rejectRevision', ...rest });
    },
  };
}
