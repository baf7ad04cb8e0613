/** Answers how the orders and the tasks of a list stand against the clock: worked out for what is in sight, in bounded time (feature O15). */
import type { Database } from 'better-sqlite3';
import { findPolicy } from '../../../db/policy.ts';
import { findSlaClock } from '../../../db/queries/jeopardy.ts';
import type { BriefOutlook } from '../../../preload/contract/plan.ts';
import type { Order } from '../../domain/order/order.ts';
import { levelOf, shareOn } from '../../domain/plan/jeopardy.ts';
import { factsOfPart } from '../../domain/plan/planNode.ts';
import type { PlanView } from '../../domain/plan/planView.ts';
import { calendarsOf } from '../../domain/policy/calendar.ts';
import { ok } from '../../domain/result.ts';
import { endOfMinute } from '../endOfMinute.ts';
import type { PlanShelf } from '../planShelf.ts';
import type { Handlers } from '../sides.ts';

type Parts = {
  readonly db: Database;
  readonly load: (orderId: string) => Order | null;
  readonly plans: PlanShelf;
  readonly now: () => string;
};

/** Other questions wait meanwhile: past this the rest is left for the next time it is asked for. */
const LONGEST_MS = 30;

export function outlookQueries({ db, load, plans, now }: Parts): Handlers<'outlooks.of' | 'outlooks.ofTasks'> {
  return {
    'outlooks.of': ({ orderIds }) => {
      const began = performance.now();
      const outlooks: BriefOutlook[] = [];
      let at = 0;
      // At least one, or asking again would lead nowhere.
      for (; at < orderIds.length && (at === 0 || performance.now() - began < LONGEST_MS); at += 1) {
        const order = load(orderIds[at] as string);
        if (order !== null) outlooks.push(briefOf(plans.now(order)));
      }
      return ok({ outlooks, left: orderIds.slice(at) });
    },
    'outlooks.ofTasks': ({ tasks }) => {
      const calendarOf = calendarsOf(findPolicy(db).policy);
      const moment = endOfMinute(now());
      const levels = tasks.map(({ orderId, task }) => {
        const clock = findSlaClock(db, orderId, task);
        if (clock === undefined) return { orderId, task, jeopardy: 'none' as const, slaShare: null };
        const slaShare = shareOn(clock, moment, calendarOf);
        return { orderId, task, jeopardy: levelOf(slaShare), slaShare };
      });
      return ok({ levels });
    },
  };
}

function briefOf(view: PlanView): BriefOutlook {
  const { id, actualEnd, requestedCompletion, plan } = view.order;
  const { estimatedEnd, jeopardy } = factsOfPart(view, 'order');
  return {
    orderId: id,
    jeopardy,
    end: actualEnd ?? estimatedEnd,
    committedDueDate: plan === undefined ? null : (requestedCompletion ?? null),
  };
}
