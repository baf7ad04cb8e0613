/** The filters of the plan that are chosen from a list: states of tasks, and whose they are; what is chosen stands beside them and can be taken away. */
import { Menu } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useNames, useSession } from '../people.ts';
import { Icon } from '../ui/Icon.tsx';
import { t, word } from '../words/words.ts';
import type { Hands, PlanSearch } from './planFind.ts';
import classes from './PlanFilterBar.module.css';

type Props = { readonly search: PlanSearch; readonly onChange: (search: PlanSearch) => void };

const states = [
  'open',
  'inProgress',
  'onHold',
  'awaitingInformation',
  'scheduled',
  'draft',
  'resolved',
  'closedComplete',
  'canceled',
] as const;

const stateWord = (state: string): string => word('states.task', state);

/** As one value of a list of radio buttons. */
const textOf = ({ kind, id }: Hands): string => `${kind}:${id}`;
const handsOf = (text: string): Hands =>
  text.startsWith('team:') ? { kind: 'team', id: text.slice(5) } : { kind: 'person', id: text.slice(7) };

export function FilterMenus({ search, onChange }: Props) {
  const session = useSession();
  const names = useNames();
  const { hands } = search;
  const isMine = hands?.kind === 'person' && hands.id === session?.person?.id;
  const drop = (state: string): void => onChange({ ...search, states: search.states.filter(one => one !== state) });
  return (
    <>
      <Menu closeOnItemClick={false} returnFocus position="bottom-start">
        <Menu.Target>
          <OpenButton label={t('plan.find.states')} />
        </Menu.Target>
        <Menu.Dropdown className={classes.list ?? ''}>
          {states.map(state => (
            <Menu.CheckboxItem
              key={state}
              checked={search.states.includes(state)}
              onChange={checked => (checked ? onChange({ ...search, states: [...search.states, state] }) : drop(state))}
              checkIcon={<Icon name="check" size={14} />}
            >
              {stateWord(state)}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {search.states.map(state => (
        <Chosen key={state} name={stateWord(state)} onRemove={() => drop(state)} />
      ))}
      <Menu returnFocus position="bottom-start">
        <Menu.Target>
          <OpenButton label={t('plan.find.hands')} />
        </Menu.Target>
        <Menu.Dropdown className={classes.list ?? ''}>
          <Menu.RadioGroup
            value={hands === null ? null : textOf(hands)}
            onChange={value => onChange({ ...search, hands: handsOf(value) })}
          >
            <Menu.Label>{t('plan.find.teams')}</Menu.Label>
            {session?.teams.map(({ id, name }) => (
              <Option key={id} value={textOf({ kind: 'team', id })} name={name} />
            ))}
            <Menu.Label>{t('plan.find.people')}</Menu.Label>
            {session?.people.map(({ id, name }) => (
              <Option key={id} value={textOf({ kind: 'person', id })} name={name} />
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {hands && !isMine && (
        <Chosen
          name={hands.kind === 'team' ? names.team(hands.id) : names.person(hands.id)}
          onRemove={() => onChange({ ...search, hands: null })}
        />
      )}
    </>
  );
}

function Option({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <Menu.RadioItem value={value} closeMenuOnClick checkIcon={<Icon name="check" size={14} />}>
      {name}
    </Menu.RadioItem>
  );
}

/** What the menu gives its target comes in `more`. */
function OpenButton({ label, ...more }: { readonly label: string }) {
  return (
    <button type="button" {...more} className={classes.chip}>
      {label}
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}

/** The focus goes back to what it was chosen with. */
function remove({ currentTarget }: MouseEvent<HTMLElement>, onRemove: () => void): void {
  let before = currentTarget.previousElementSibling;
  while (before?.hasAttribute('data-chosen')) before = before.previousElementSibling;
  if (before instanceof HTMLElement) before.focus();
  onRemove();
}

function Chosen({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const label = t('plan.find.remove', { name });
  return (
    <button
      type="button"
      className={classes.chip}
      data-chosen=""
      aria-label={label}
      title={label}
      onClick={event => remove(event, onRemove)}
    >
      {name}
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
