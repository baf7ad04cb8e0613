/** The command palette: what can be done here, what is in the workspace, where one can go; every line prints its keys. */
import { Modal } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useCall } from '../calls.ts';
import { navigate, type Route } from '../route.ts';
import { State } from '../State.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import { firstKeys } from './keys.ts';
import { runAction, useRegistry, type ScopedAction } from './registry.ts';
import classes from './Palette.module.css';

const SEARCH_REST_MS = 60;
const RESULTS = 12;

type Found = { readonly kind: 'order' | 'task' | 'fallout'; readonly orderId: string; readonly subject: string };

export function Palette() {
  const registry = useRegistry();
  const [query, setQuery] = useState('');
  const [offered, setOffered] = useState<readonly ScopedAction[]>([]);
  const text = query.trim();
  const [settled] = useDebouncedValue(text, SEARCH_REST_MS);
  const found = useCall(
    'search.find',
    { text: settled, limit: RESULTS },
    { enabled: settled !== '', keepPrevious: true },
  );

  const matching = offered.filter(({ label }) => t(label).toLowerCase().includes(text.toLowerCase()));
  const here = matching.filter(({ scope }) => scope !== 'global');
  const everywhere = matching.filter(({ scope }) => scope === 'global');
  // Until the answer to these very words is there, only what fits them stays: Enter must not open what was asked before.
  const isAnswer = settled === text && !found.previous;
  const results = text === '' ? [] : (found.value?.results ?? []).filter(one => isAnswer || fits(one, text));
  const list = useRef<HTMLDivElement>(null);

  // Results come after the words were typed; the first line is chosen then too, so that Enter opens it.
  useEffect(() => {
    if (text === '' || list.current?.querySelector('[data-selected]')) return;
    list.current?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  }, [text, matching.length, found.value]);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightOpen={() => setOffered(registry.list())}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      size={640}
      classNames={{
        action: classes.action ?? '',
        actionsList: classes.list ?? '',
        actionsGroup: classes.group ?? '',
      }}
    >
      <Modal.Title className={classes.hidden ?? ''}>{t('shell.title.search')}</Modal.Title>
      <Spotlight.Search placeholder={t('shell.palette.placeholder')} aria-label={t('shell.title.searchLabel')} />
      <Spotlight.ActionsList ref={list}>
        {here.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.actions')}>
            {here.map(action => (
              <ActionLine key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {results.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.results')}>
            {results.map(result => (
              <Spotlight.Action
                key={`${result.kind}${result.orderId}${result.subject}`}
                onClick={() => navigate(routeTo(result))}
              >
                <span className={classes.line}>
                  <State of={result.kind} state={result.state} glyphOnly />
                  <span className={classes.number}>{result.number}</span>
                  <span className={classes.text}>{result.title}</span>
                  <span className={classes.kind}>{t(`shell.kind.${result.kind}`)}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {everywhere.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.goTo')}>
            {everywhere.map(action => (
              <ActionLine key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {matching.length + results.length === 0 && (
          <Spotlight.Empty>{t('shell.palette.none', { text })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={classes.footer}>
        {t('shell.palette.footer', { enter: '↵', keys: '?' })}
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

function ActionLine({ action }: { readonly action: ScopedAction }) {
  const enabled = action.isEnabled?.() ?? true;
  return (
    <Spotlight.Action aria-disabled={enabled !== true} onClick={() => runAction(action)}>
      <span className={classes.line}>
        <span className={classes.text}>{t(action.label)}</span>
        {enabled !== true && <span className={classes.kind}>{enabled}</span>}
        {action.keys && <KeyHint keys={firstKeys(action.keys)} />}
      </span>
    </Spotlight.Action>
  );
}

const fits = ({ number, title }: { readonly number: string; readonly title: string }, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every(piece => `${number} ${title}`.toLowerCase().includes(piece));

/** `subject` is `order`, `T12` or `F3`. */
export function routeTo({ kind, orderId, subject }: Found): Route {
  const number = Number(subject.slice(1));
  if (kind === 'task') return { screen: 'tasks', orderId, task: number };
  if (kind === 'fallout') return { screen: 'fallout', orderId, fallout: number };
  return { screen: 'order', orderId, tab: 'overview' };
}
