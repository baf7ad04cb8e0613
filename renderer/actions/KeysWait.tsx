/** Stands where something is still being loaded that the keys pressed meanwhile are meant for. */
import { useHold, type Awaited } from './typeAhead.ts';

export function KeysWait({ until }: { readonly until: Awaited }): null {
  useHold(until);
  return null;
}
