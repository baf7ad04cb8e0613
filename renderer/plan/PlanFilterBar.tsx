/** Search and filters inside one plan: a field, filters, how many parts they leave, and a way through the matches (features O7). */
import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import { FilterChip, MineChip } from './FilterChip.tsx';
import { FilterMenus } from './FilterMenus.tsx';
import { noSearch, type PlanSearch } from './planFind.ts';
import classes from './PlanFilterBar.module.css';

type Props = {
  readonly search: PlanSearch;
  readonly onChange: (search: PlanSearch) => void;
  /** Null while nothing is searched for; `total` counts all tasks and parts of the plan. */
  readonly result: { readonly found: number; readonly total: number } | null;
  /** Only so many of the matches stand. */
  readonly shown: number;
  readonly onStep: (by: 1 | -1) => void;
  /** Leads out of the field into the plan. */
  readonly onLeave: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

const chips = ['critical', 'blocked', 'jeopardy'] as const;

export function PlanFilterBar({ search, onChange, result, shown, onStep, onLeave, inputRef }: Props) {
  const counted = result && { found: result.found, total: result.total };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && search.text !== '') onChange({ ...search, text: '' });
    else if (event.key === 'Escape' || event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div role="search" className={classes.bar} aria-label={t('plan.find.label')}>
      <TextInput
        ref={inputRef}
        type="search"
        className={classes.field ?? ''}
        aria-label={t('plan.find.label')}
        placeholder={t('plan.find.placeholder')}
        aria-keyshortcuts="/"
        value={search.text}
        maxLength={200}
        onChange={event => onChange({ ...search, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          search.text !== '' && (
            <CloseButton
              size="sm"
              aria-label={t('plan.find.clearText')}
              onClick={() => onChange({ ...search, text: '' })}
            />
          )
        }
      />
      <div role="group" aria-label={t('plan.find.filters')} className={classes.chips}>
        {chips.map(name => (
          <FilterChip
            key={name}
            pressed={search[name]}
            label={t(`plan.find.${name}`)}
            onClick={() => onChange({ ...search, [name]: !search[name] })}
          />
        ))}
        <MineChip search={search} onChange={onChange} />
        <FilterMenus search={search} onChange={onChange} />
      </div>
      <div className={classes.result}>
        <span role="status" className={classes.count}>
          {counted && (
            <>
              <span className={classes.hidden}>{t('plan.find.counted', counted)}</span>
              <span aria-hidden="true">{t('plan.find.count', counted)}</span>
              {shown < counted.found && ` · ${t('plan.find.capped', { shown })}`}
            </>
          )}
        </span>
        {result && result.found > 0 && (
          <ActionIcon.Group>
            {([-1, 1] as const).map(by => {
              const label = t(by === 1 ? 'plan.find.next' : 'plan.find.previous');
              return (
                <ActionIcon
                  key={by}
                  variant="default"
                  size={26}
                  aria-label={label}
                  title={`${label} (${by === 1 ? 'Enter' : 'Shift+Enter'})`}
                  onClick={() => onStep(by)}
                >
                  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                    <path
                      d={by === 1 ? 'M2.5 4.5 6 8l3.5-3.5' : 'M2.5 7.5 6 4l3.5 3.5'}
                      fill="none"
                      stroke="currentColor"
                      strokeWidth="1.6"
                    />
                  </svg>
                </ActionIcon>
              );
            })}
          </ActionIcon.Group>
        )}
        {result && (
          <CloseButton
            size={26}
            aria-label={t('plan.find.clear')}
            title={t('plan.find.clear')}
            onClick={() => onChange(noSearch)}
          />
        )}
      </div>
    </div>
  );
}
