/** The refusals that may cross the boundary; the same closed union as the domain's, checked against it by the compiler. */
import type { Refusal as DomainRefusal } from '../../main/domain/order/refusals.ts';

/** Reasons that only the application can have, beside those of the domain. */
export type AppRefusal =
  | { readonly code: 'NobodyChosen' }
  /** Somebody saved the policy since it was read. */
  | { readonly code: 'PolicyChanged' }
  /** Sent under the id of another command, which was done at that time; `order` by number, null for one about no single order. */
  | { readonly code: 'CommandIdReused'; readonly id: string; readonly order: string | null; readonly at: string }
  | { readonly code: 'WorkspaceNotEmpty' }
  | { readonly code: 'UploadIncomplete'; readonly received: number; readonly expected: number }
  | { readonly code: 'TooLarge'; readonly limitBytes: number }
  | { readonly code: 'CatalogRefused'; readonly file: string; readonly problems: readonly CatalogFault[] };

/** One thing wrong in a catalog file: where, what, and what would put it right. */
export type CatalogFault = {
  readonly path: string;
  readonly code: string;
  readonly facts: { readonly [name: string]: string };
};

export type Refusal = DomainRefusal | AppRefusal;
