/** The command palette: one field, and below it the lines that fit; the arrows choose one while the focus stays in the field, Enter runs it. */
import { Modal, TextInput, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useNames } from '../people.ts';
import { useRoute } from '../route.ts';
import { FocusNow } from '../ui/FocusNow.tsx';
import { Icon } from '../ui/Icon.tsx';
import { giveFocusBack } from '../ui/useFocusReturn.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { t } from '../words/words.ts';
import { closePalette, usePaletteOpened } from './openPalette.ts';
import { usePaletteLines, type PaletteLine } from './usePaletteLines.tsx';
import classes from './Palette.module.css';

export function Palette() {
  const isOpened = usePaletteOpened();
  const route = useRoute();
  // Going elsewhere, as with the back button, leaves what was offered behind.
  useEffect(() => closePalette, [route]);
  return isOpened ? <PaletteDialog /> : null;
}

function PaletteDialog() {
  const [before] = useState(() => document.activeElement);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const text = query.trim();
  const { groups, problem, isWhole } = usePaletteLines(text);
  const names = useNames();
  const id = useId();

  const lines = groups.flatMap(group => group.lines);
  const idOf = (line: PaletteLine): string => `${id}${lines.indexOf(line)}`;
  // Nothing typed, nothing chosen: Enter must not do something that nobody asked for.
  const active = lines.find(({ key }) => key === chosen) ?? (text === '' ? undefined : lines[0]);
  const activeId = active && idOf(active);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  /** The focus goes back first, so that what is run may lead it elsewhere. */
  function leave(): void {
    closePalette();
    giveFocusBack(before);
  }

  function choose(line: PaletteLine | undefined): void {
    if (!line?.isEnabled) return;
    leave();
    line.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') choose(active);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = active ? lines.indexOf(active) : step > 0 ? -1 : 0;
      setChosen(lines.at((from + step) % lines.length)?.key ?? null);
    } else return;
    event.preventDefault();
  }

  return (
    <Modal.Root opened onClose={leave} size={640} yOffset="8vh" returnFocus={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content classNames={{ content: classes.palette ?? '' }}>
        <VisuallyHidden>
          <Modal.Title>{t('shell.title.search')}</Modal.Title>
        </VisuallyHidden>
        <TextInput
          size="md"
          role="combobox"
          aria-expanded={lines.length > 0}
          aria-autocomplete="list"
          aria-controls={lines.length > 0 ? id : undefined}
          {...(activeId && { 'aria-activedescendant': activeId })}
          aria-label={t('shell.title.searchLabel')}
          placeholder={t('shell.palette.placeholder')}
          leftSection={<Icon name="search" />}
          classNames={{ input: classes.field ?? '' }}
          value={query}
          maxLength={200}
          onChange={event => {
            setQuery(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        {lines.length > 0 && (
          <div id={id} role="listbox" aria-label={t('shell.palette.list')} className={classes.list}>
            {groups.map((group, index) => (
              <div key={group.name} role="group" aria-labelledby={`${id}group${index}`}>
                <div id={`${id}group${index}`} className={classes.group}>
                  {group.name}
                </div>
                {group.lines.map(line => (
                  <div
                    key={line.key}
                    id={idOf(line)}
                    role="option"
                    className={classes.line}
                    aria-selected={line === active}
                    aria-disabled={!line.isEnabled}
                    aria-keyshortcuts={line.keys}
                    onMouseDown={event => event.preventDefault()}
                    onClick={() => choose(line)}
                  >
                    {line.content}
                  </div>
                ))}
              </div>
            ))}
          </div>
        )}
        {problem && <p className={classes.none}>{refusalWords(problem, names).title}</p>}
        {lines.length === 0 && !problem && isWhole && (
          <p className={classes.none}>{t('shell.palette.none', { text })}</p>
        )}
        <VisuallyHidden role="status">
          {isWhole && text !== '' && t('shell.palette.count', { count: lines.length })}
        </VisuallyHidden>
        <p className={classes.footer}>{t('shell.palette.footer', { enter: '↵', keys: '?' })}</p>
        <FocusNow />
      </Modal.Content>
    </Modal.Root>
  );
}
