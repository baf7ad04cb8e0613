/** What the window remembers of a plan while another screen is shown: which part is chosen, what was opened and closed, and how it is looked at. */
import type { Projection } from './projections.ts';

type Branches = ReadonlyMap<string, boolean>;

const parts = new Map<string, string>();
const branches = new Map<string, Branches>();
const projections = new Map<string, Projection>();

export const rememberPart = (orderId: string, key: string): void => void parts.set(orderId, key);
/** The order itself when nothing was remembered. */
export const partOf = (orderId: string): string => parts.get(orderId) ?? 'order';

export const rememberBranches = (orderId: string, chosen: Branches): void => void branches.set(orderId, chosen);
export const branchesOf = (orderId: string): Branches => branches.get(orderId) ?? new Map();

export const rememberProjection = (orderId: string, projection: Projection): void =>
  void projections.set(orderId, projection);
export const projectionOf = (orderId: string): Projection => projections.get(orderId) ?? 'tree';

export function forgetPlace(orderId: string): void {
  parts.delete(orderId);
  branches.delete(orderId);
  projections.delete(orderId);
}
