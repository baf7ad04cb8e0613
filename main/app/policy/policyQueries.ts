/** Answers how the workspace decides, with the version to change it from. */
import type { Database } from 'better-sqlite3';
import { findPolicy } from '../../../db/policy.ts';
import type { Policy } from '../../../preload/contract/policy.ts';
import { ok } from '../../domain/result.ts';
import type { Handlers } from '../sides.ts';

export const policyQueries = (db: Database): Handlers<'policy.get'> => ({
  'policy.get': () => {
    const { policy, version } = findPolicy(db);
    // The contract's arrays are mutable by type.
    return ok({ policy: policy as unknown as Policy, version });
  },
});
