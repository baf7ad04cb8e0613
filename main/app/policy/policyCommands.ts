/** Changes how the workspace decides: the policy as a whole by whoever may, and a person's own delegation. */
import type { Database } from 'better-sqlite3';
import { findPerson, hasTeam } from '../../../db/people.ts';
import { findPolicy, putPolicy } from '../../../db/policy.ts';
import { renewJeopardy } from '../../../db/projections/jeopardy.ts';
import { transaction } from '../../../db/transaction.ts';
import type { Notice } from '../../../preload/contract/bridge.ts';
import type { Policy as PolicyView } from '../../../preload/contract/policy.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { permitted } from '../../domain/order/guards.ts';
import type { Delegation, Policy } from '../../domain/policy/policy.ts';
import type { Permission, Person } from '../../domain/people/permissions.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { defined } from '../defined.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { checkPolicy } from './checkPolicy.ts';

type Parts = {
  readonly db: Database;
  readonly tell: (notice: Notice) => void;
  /** The policy is another. */
  readonly onChanged: () => void;
};

export function policyCommands({ db, tell, onChanged }: Parts): Handlers<'policy.set' | 'delegation.set'> {
  const sittingWith = (permission: Permission): Result<Person, Refusal> => {
    const person = findSitting(db);
    if (person === undefined) return err({ code: 'NobodyChosen' });
    const refusal = permitted(person, permission);
    return refusal === null ? ok(person) : err(refusal);
  };
  /** Checked and saved in one transaction, so that nobody is overwritten. */
  const save = (change: (policy: Policy) => Policy, version?: number): Result<number, Refusal> => {
    const saved = transaction(db, (): Result<number, Refusal> => {
      const before = findPolicy(db);
      const policy = change(before.policy);
      const refusal = checkPolicy(policy, {
        hasPerson: id => findPerson(db, id) !== undefined,
        hasTeam: id => hasTeam(db, id),
      });
      if (version !== undefined && version !== before.version) return err({ code: 'PolicyChanged' });
      if (refusal !== null) return err(refusal);
      const now = putPolicy(db, policy, before.version);
      if (hoursOf(policy) !== hoursOf(before.policy)) renewJeopardy(db);
      return now === undefined ? err({ code: 'PolicyChanged' }) : ok(now);
    });
    if (saved.ok) tell({ name: 'workspace.changed', body: {} });
    return saved;
  };
  return {
    'policy.set': ({ policy, version }) => {
      const person = sittingWith('policy.change');
      if (!person.ok) return person;
      const saved = save(() => policyOf(policy), version);
      if (saved.ok) onChanged();
      return saved.ok ? ok({ version: saved.value }) : saved;
    },
    'delegation.set': ({ delegation }) => {
      const person = sittingWith('order.approve');
      if (!person.ok) return person;
      const from = person.value.id;
      const own = delegation === null ? [] : [inUtc({ from, ...delegation })];
      const saved = save(policy => ({
        ...policy,
        delegations: [...policy.delegations.filter(other => other.from !== from), ...own],
      }));
      return saved.ok ? ok({}) : saved;
    },
  };
}

/** All that working hours follow from, as text. */
const hoursOf = ({ calendar, teams }: Policy): string =>
  JSON.stringify([calendar, Object.entries(teams).map(([team, policy]) => [team, policy.calendar])]);

/** Moments are kept in UTC to the millisecond, as everywhere. */
const inUtc = (delegation: Delegation): Delegation => ({
  ...delegation,
  starts: new Date(delegation.starts).toISOString(),
  until: new Date(delegation.until).toISOString(),
});

/** What the window sent, without the fields it left out. */
function policyOf({ approval, delegations, priority, teams, people, calendar }: PolicyView): Policy {
  const { customer, specification, orderType, urgency } = priority;
  return {
    approval: { twoPeople: defined(approval.twoPeople) },
    delegations: delegations.map(inUtc),
    priority: {
      customer: defined(customer),
      specification: defined(specification),
      orderType: defined(orderType),
      urgency: defined(urgency),
    },
    teams: Object.fromEntries(Object.entries(teams).map(([team, policy]) => [team, defined(policy)])),
    people,
    ...(calendar === undefined ? {} : { calendar }),
  };
}
