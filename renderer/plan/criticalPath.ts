/** Steps along the critical path, for the key that leads from one to the next. */

type Step = { readonly key: string };

/** After the last comes the first again; from elsewhere the first. Undefined when nothing is critical. */
export function nextCritical(path: readonly Step[], from: string): string | undefined {
  const at = path.findIndex(({ key }) => key === from);
  return path[(at + 1) % Math.max(1, path.length)]?.key;
}
