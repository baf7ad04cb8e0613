/** How the workspace decides: its policy, with a version that grows with every change, so that nobody saves over somebody else. */
import type { Database } from 'better-sqlite3';
import { defaultPolicy, type Policy } from '../main/domain/policy/policy.ts';
import { preparedValue } from './statements.ts';
import { putSetting } from './settings.ts';

export type VersionedPolicy = { readonly policy: Policy; readonly version: number };

const none: VersionedPolicy = { policy: defaultPolicy, version: 0 };
const read = new WeakMap<Database, VersionedPolicy>();

/** Version 0 and the default until somebody sets one. Read anew only when its version is another: every command asks. */
export function findPolicy(db: Database): VersionedPolicy {
  const version = preparedValue<string>(db, "SELECT value FROM setting WHERE key = 'policy.version'").get();
  if (version === undefined) return none;
  const known = read.get(db);
  if (known?.version === Number(version)) return known;
  const text = preparedValue<string>(db, "SELECT value FROM setting WHERE key = 'policy'").get();
  if (text === undefined) throw new Error('A policy has a version and no text');
  const fresh = { policy: JSON.parse(text) as Policy, version: Number(version) };
  read.set(db, fresh);
  return fresh;
}

/** Puts another policy in the place of the one that was read with `version`; gives the new version, or undefined when somebody was faster. Call it in a transaction. */
export function putPolicy(db: Database, policy: Policy, version: number): number | undefined {
  if (findPolicy(db).version !== version) return undefined;
  putSetting(db, 'policy', policy);
  putSetting(db, 'policy.version', version + 1);
  return version + 1;
}
