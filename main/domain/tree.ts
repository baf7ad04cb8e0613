/** Walks trees, and what depends on each other, with stacks of their own: data may be deeper than the call stack. */

/** Every node, parents first and children in their order. */
export function preorder<T>(roots: readonly T[], childrenOf: (node: T) => readonly T[]): T[] {
  const found: T[] = [];
  const left = roots.toReversed();
  // Counted, for `undefined` may be a node.
  while (left.length > 0) {
    const node = left.pop() as T;
    found.push(node);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) left.push(children[at] as T);
  }
  return found;
}

/** Every node, children first and in their order. */
export function postorder<T>(roots: readonly T[], childrenOf: (node: T) => readonly T[]): T[] {
  const found: T[] = [];
  const left = [...roots];
  while (left.length > 0) {
    const node = left.pop() as T;
    found.push(node);
    for (const child of childrenOf(node)) left.push(child);
  }
  return found.toReversed();
}

/** Works each value out once, after all that it needs; nothing may need itself, by whatever way round. */
export function inTurn<K, V>(
  needs: (key: K) => readonly K[],
  workOut: (key: K, valueOf: (key: K) => V) => V,
): (key: K) => V {
  const known = new Map<K, V>();
  const valueOf = (key: K): V => {
    if (!known.has(key)) throw new Error(`${String(key)} is needed before it is known`);
    return known.get(key) as V;
  };
  return asked => {
    const left = [asked];
    const entered = new Set<K>();
    while (left.length > 0) {
      const key = left.at(-1) as K;
      if (!known.has(key) && !entered.has(key)) {
        entered.add(key);
        for (const need of needs(key)) {
          if (known.has(need)) continue;
          if (entered.has(need)) throw new Error(`${String(need)} needs itself`);
          left.push(need);
        }
        continue;
      }
      left.pop();
      if (!known.has(key)) known.set(key, workOut(key, valueOf));
    }
    return valueOf(asked);
  };
}
