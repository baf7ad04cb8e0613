/** The plan of an order as it is looked at beside others, each as its story left it. */
import type { Story } from '../../order/testing/story.ts';
import type { PlanView } from '../planView.ts';
import { viewPlan } from '../planView.ts';
import type { Conditions } from '../remainingWork.ts';
import { surveyFrom } from '../survey.ts';
import { conditionsAt } from './conditions.ts';

export function viewAcross(
  from: Pick<Story, 'order'>,
  others: readonly Pick<Story, 'order'>[],
  now: string,
  parts: Partial<Conditions> = {},
): PlanView {
  const load = (id: string) => [from, ...others].find(({ order }) => order.id === id)?.order ?? null;
  return surveyFrom(from.order, load, (order, elsewhere) => viewPlan(order, conditionsAt(now, { ...parts, elsewhere })))
    .view;
}
