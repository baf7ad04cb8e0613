/** The answer of something the business may refuse: a value, never a throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Marks a case the types have ruled out; reaching it is a bug. */
export function unreachable(never: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(never)}`);
}
