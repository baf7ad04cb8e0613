/** Lets the person at the desk hand their decisions to somebody else for a time, and shows who has done so. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk } from '../calls.ts';
import { useAllowed, useNames, useSession } from '../people.ts';
import { zoneOf } from '../words/format.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { PolicySection } from './PolicySection.tsx';
import type { PolicyDraft } from './policyDraft.ts';
import classes from './Policy.module.css';

const isoOf = (local: string): string | null => {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
};

export function DelegationSection({ draft }: { readonly draft: PolicyDraft }) {
  const session = useSession();
  const names = useNames();
  const isAllowed = useAllowed();
  const client = useQueryClient();
  const { ask, pending } = useAsk();
  const [to, setTo] = useState<string | null>(null);
  const [starts, setStarts] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  const me = session?.person?.id;
  const { delegations } = draft.policy;
  const mine = delegations.find(({ from }) => from === me);

  async function send(delegation: { to: string; starts: string; until: string } | null): Promise<void> {
    const reply = await ask('delegation.set', { delegation });
    if (reply.ok) await client.invalidateQueries({ queryKey: ['policy.get'] });
  }

  function give(): void {
    const [from, end] = [isoOf(starts), isoOf(until)];
    const isWhole = to !== null && from !== null && end !== null && from < end;
    setMissing(!isWhole);
    if (isWhole) void send({ to, starts: from, until: end });
  }

  return (
    <PolicySection title={t('policy.delegation.title')} text={t('policy.delegation.text')}>
      {delegations.length === 0 && <p className={classes.quiet}>{t('policy.delegation.none')}</p>}
      <ul className={classes.list} hidden={delegations.length === 0}>
        {delegations.map(({ from, to: whom, starts: first, until: last }) => (
          <li key={`${from} ${whom} ${first}`}>
            {from === me
              ? t('policy.delegation.now', { name: names.person(whom), starts: timeOf(first), until: timeOf(last) })
              : t('policy.delegation.given', {
                  from: names.person(from),
                  to: names.person(whom),
                  starts: timeOf(first),
                  until: timeOf(last),
                })}
          </li>
        ))}
      </ul>
      {mine && (
        <Button size="compact-sm" variant="default" disabled={pending} onClick={() => void send(null)}>
          {t('policy.delegation.clear')}
        </Button>
      )}
      {isAllowed('order.approve') && session?.person?.decidesFor.length === 0 && !mine && (
        <div className={classes.row}>
          <Select
            label={t('policy.delegation.to')}
            placeholder={t('policy.delegation.choose')}
            className={classes.person ?? ''}
            data={(session?.people ?? []).flatMap(({ id, name }) => (id === me ? [] : [{ value: id, label: name }]))}
            value={to}
            onChange={setTo}
            searchable
            error={missing && t('policy.delegation.missing')}
          />
          <TextInput
            type="datetime-local"
            title={t('shell.zone', { zone: zoneOf() })}
            label={t('policy.delegation.starts')}
            value={starts}
            onChange={event => setStarts(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            title={t('shell.zone', { zone: zoneOf() })}
            label={t('policy.delegation.until')}
            value={until}
            onChange={event => setUntil(event.currentTarget.value)}
          />
          <Button variant="default" loading={pending} onClick={give}>
            {t('policy.delegation.set')}
          </Button>
        </div>
      )}
    </PolicySection>
  );
}
