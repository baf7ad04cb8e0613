/** Holds a task for a cause and lets go of it: it goes back to what it was when the last of several causes is gone. */
import type { Hold, OrderTask } from './order.ts';

type Held = Pick<OrderTask, 'state' | 'hold'>;
type Causes = Omit<Hold, 'restore'>;

/** On hold for this cause as well; what it goes back to was settled by the first. */
export const heldFor = ({ state, hold }: Held, cause: Partial<Causes>): Held => ({
  state: 'onHold',
  hold: {
    ...(hold ?? { fallouts: [] }),
    ...cause,
    restore: hold?.restore ?? (state === 'onHold' ? 'open' : state),
  },
});

/** On hold for these causes only; without any it is what it was before (features F5). */
export function heldOnlyFor({ state, hold }: Held, causes: Causes): Held {
  const restore = hold?.restore ?? (state === 'onHold' ? 'open' : state);
  const isHeld = causes.fallouts.length > 0 || causes.revision !== undefined || causes.person !== undefined;
  return isHeld ? { state: 'onHold', hold: { ...causes, restore } } : { state: restore, hold: undefined };
}

/** What holds it beside a person, a fallout or a revision. */
export function causesWithout(
  hold: Hold | undefined,
  gone: 'person' | 'revision' | { readonly fallout: number },
): Causes {
  const { restore: _restore, ...causes } = hold ?? { fallouts: [], restore: 'open' };
  if (gone === 'person' || gone === 'revision') {
    const { [gone]: _gone, ...others } = causes;
    return others;
  }
  return { ...causes, fallouts: causes.fallouts.filter(fallout => fallout !== gone.fallout) };
}
