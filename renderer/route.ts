/** Where the person is, kept in the address after `#`, so that back, forward and a copied link work. */
import { useSyncExternalStore } from 'react';

export const orderTabs = [
  'overview',
  'specifications',
  'plan',
  'activity',
  'understood',
  'changes',
  'versions',
] as const;
export type OrderTab = (typeof orderTabs)[number];

/** Parts of the order screen with an address of their own: the tabs, and the two changes that are being written. */
const orderParts = [...orderTabs, 'revise', 'cancel'] as const;
export type OrderPart = (typeof orderParts)[number];

export const approvalQueues = ['new', 'changes', 'rejected', 'drafts'] as const;
export type ApprovalQueue = (typeof approvalQueues)[number];

/** Which orders are listed; no order has one of these for an id. */
export const orderGroups = ['all', 'waiting', 'active', 'jeopardy', 'ended'] as const;
export type OrderGroup = (typeof orderGroups)[number];

export type Route =
  | { readonly screen: 'approvals'; readonly queue?: ApprovalQueue; readonly orderId?: string }
  | { readonly screen: 'orders'; readonly group?: OrderGroup }
  | {
      readonly screen: 'order';
      readonly orderId: string;
      readonly tab: OrderPart;
      /** Under the specifications: the result that is in sight (`D3`, `L1`), or `skipped`. */
      readonly at?: string;
      /** As of the event with this number, instead of now. */
      readonly asOf?: number;
    }
  | { readonly screen: 'tasks'; readonly orderId?: string; readonly task?: number }
  | { readonly screen: 'fallout'; readonly orderId?: string; readonly fallout?: number }
  | { readonly screen: 'import'; readonly jobId?: string }
  | { readonly screen: 'batches'; readonly jobId?: string }
  | { readonly screen: 'settings' };

export type Screen = Route['screen'];

/** Reads an address such as `#/orders/abc/plan`; whatever it does not know leads to the approvals. */
export function parseRoute(hash: string): Route {
  const [screen, id, part, at, asOf] = hash.replace(/^#\/?/, '').split('/').map(decode);
  switch (screen) {
    case 'orders': {
      const group = orderGroups.find(name => name === id && name !== 'all');
      if (group) return { screen, group };
      return id
        ? {
            screen: 'order',
            orderId: id,
            tab: orderParts.find(tab => tab === part) ?? 'overview',
            ...(part === 'specifications' && at && { at, ...numbered('asOf', asOf) }),
            ...(part === 'plan' && numbered('asOf', at)),
          }
        : { screen };
    }
    case 'tasks':
      return id ? { screen, orderId: id, ...numbered('task', part) } : { screen };
    case 'fallout':
      return id ? { screen, orderId: id, ...numbered('fallout', part) } : { screen };
    case 'import':
    case 'batches':
      return id ? { screen, jobId: id } : { screen };
    case 'settings':
      return { screen };
    default: {
      const queue = approvalQueues.find(name => name === id && name !== 'new');
      const orderId = queue ? part : id;
      return { screen: 'approvals', ...(queue && { queue }), ...(orderId && { orderId }) };
    }
  }
}

/** The address of a route: the inverse of `parseRoute`. */
export function hashOf(route: Route): string {
  const parts = (...given: (string | number | undefined)[]): string =>
    `#/${given
      .filter(part => part !== undefined)
      .map(part => encodeURIComponent(part))
      .join('/')}`;
  switch (route.screen) {
    case 'approvals':
      return parts('approvals', route.queue === 'new' ? undefined : route.queue, route.orderId);
    case 'order':
      return parts('orders', route.orderId, route.tab === 'overview' ? undefined : route.tab, route.at, route.asOf);
    case 'tasks':
      return parts('tasks', route.orderId, route.task);
    case 'fallout':
      return parts('fallout', route.orderId, route.fallout);
    case 'import':
    case 'batches':
      return parts(route.screen, route.jobId);
    case 'orders':
      return parts('orders', route.group === 'all' ? undefined : route.group);
    case 'settings':
      return parts(route.screen);
  }
}

/** Goes there; `replace` leaves no step behind for the back button, as when moving through a list. */
export function navigate(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = hashOf(route);
  if (hash === window.location.hash) return;
  // At once: a key pressed right after it belongs to where it leads.
  if (replace) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

let lastHash: string | undefined;
let lastRoute: Route = { screen: 'approvals' };

/** The same object as long as the address stays the same. */
export function currentRoute(): Route {
  if (window.location.hash !== lastHash) {
    lastHash = window.location.hash;
    lastRoute = parseRoute(lastHash);
  }
  return lastRoute;
}

export const useRoute = (): Route => useSyncExternalStore(onHashChange, currentRoute);

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function numbered<Name extends string>(name: Name, text: string | undefined): { readonly [N in Name]?: number } {
  const value = Number(text);
  return (Number.isInteger(value) && value > 0 ? { [name]: value } : {}) as { readonly [N in Name]?: number };
}
