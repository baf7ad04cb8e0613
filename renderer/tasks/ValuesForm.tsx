/** The values an agent records on a task; what is typed is a draft until it is saved or the task is completed. */
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { TaskField } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import { changedFields, isNotNumber, shownValue, withDrafted, type ValueDraft } from './taskValues.ts';
import { ValueField } from './ValueField.tsx';
import classes from './ValuesForm.module.css';

type Props = {
  readonly fields: readonly TaskField[];
  readonly draft: ValueDraft;
  readonly onDraft: (draft: ValueDraft) => void;
  /** Names of mandatory fields that were missing when the person wanted to complete. */
  readonly missing: readonly string[];
  /** True, or why nothing can be recorded. */
  readonly mayRecord: true | string;
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** The id of a field's input, so that a missing one can be given the focus. */
export const fieldId = (name: string): string => `value-${name}`;

export function ValuesForm(props: Props) {
  const { fields, draft, onDraft, missing, mayRecord, pending, onSave, onDiscard } = props;
  const readOnly = mayRecord !== true;
  const changed = changedFields(fields, draft);
  const faulty = fields.some(field => isNotNumber(field, shownValue(field, draft)));

  function send(event: FormEvent): void {
    event.preventDefault();
    if (!faulty && changed.length > 0) onSave();
  }

  if (fields.length === 0) return <p className={classes.quiet}>{t('tasks.values.none')}</p>;
  const missingNow = fields.filter(field => missing.includes(field.name) && isEmpty(shownValue(field, draft)));
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      {missingNow.length > 0 && (
        <p className={classes.missing} role="alert">
          {t('tasks.values.missing', {
            count: missingNow.length,
            fields: missingNow.map(field => field.label).join(', '),
          })}
        </p>
      )}
      <div className={classes.fields}>
        {fields.map(field => {
          const value = shownValue(field, draft);
          return (
            <ValueField
              key={field.name}
              field={field}
              id={fieldId(field.name)}
              value={value}
              onChange={typed => onDraft(withDrafted(draft, field, typed))}
              error={
                isNotNumber(field, value)
                  ? t('tasks.values.notNumber')
                  : missingNow.includes(field)
                    ? t('tasks.values.missingOne')
                    : undefined
              }
              readOnly={readOnly}
            />
          );
        })}
      </div>
      {fields.some(field => field.mandatory) && <p className={classes.quiet}>{t('tasks.values.legend')}</p>}
      {readOnly ? (
        <p className={classes.quiet}>{mayRecord}</p>
      ) : (
        <div className={classes.foot}>
          <Button type="submit" variant="default" size="sm" disabled={changed.length === 0 || faulty} loading={pending}>
            {t('tasks.action.save')}
          </Button>
          {changed.length > 0 && (
            <Button variant="subtle" size="sm" onClick={onDiscard}>
              {t('tasks.values.discard')}
            </Button>
          )}
          <span className={classes.quiet} role="status">
            {changed.length === 0 ? t('tasks.values.clean') : t('tasks.values.draft', { count: changed.length })}
          </span>
        </div>
      )}
    </form>
  );
}

const isEmpty = (value: string | boolean | null): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');
