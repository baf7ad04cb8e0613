/** How long a task's clock has run: working time between two moments, without the spans in which a pending revision stopped it (domain.md A.11). */
import type { WorkCalendar } from '../policy/calendar.ts';
import type { Order, OrderTask } from '../order/order.ts';

type Pauses = OrderTask['pauses'];

/** Milliseconds since 1970 in, working minutes out. */
export function minutesWorked(calendar: WorkCalendar, from: number, to: number, pauses: Pauses): number {
  let minutes = calendar.workingBetween(from, to);
  for (const pause of pauses ?? []) {
    const stops = Math.max(from, Date.parse(pause.from));
    const goesOn = pause.to === undefined ? to : Math.min(to, Date.parse(pause.to));
    minutes -= calendar.workingBetween(stops, goesOn);
  }
  return Math.max(0, minutes);
}

/** A pending revision has stopped it, or holds it before it has ever run. */
export const isStopped = ({ pauses, hold }: OrderTask): boolean =>
  hold?.revision !== undefined || pauses?.some(({ to }) => to === undefined) === true;

/** Since when it has been held; undefined when nothing holds it. */
export function heldSince(
  order: Order,
  { hold }: OrderTask,
  raisedAt: (fallout: number) => string,
): number | undefined {
  if (hold === undefined) return undefined;
  const asked = hold.revision === undefined ? undefined : order.revisions?.[hold.revision - 1]?.requestedAt;
  const moments = [asked, hold.person?.at, ...hold.fallouts.map(raisedAt)].flatMap(at =>
    at === undefined ? [] : [Date.parse(at)],
  );
  return moments.length === 0 ? undefined : Math.min(...moments);
}
