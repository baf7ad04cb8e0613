/** How the workspace decides, on the settings screen: to look at for everybody, to change for those who may. */
import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useAllowed } from '../people.ts';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t, word } from '../words/words.ts';
import { DelegationSection } from './DelegationSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { usePolicyDraft } from './policyDraft.ts';
import { PolicySection, type SectionProps } from './PolicySection.tsx';
import { PrioritySection } from './PrioritySection.tsx';
import { TeamsSection } from './TeamsSection.tsx';
import classes from './Policy.module.css';

const priorities = ['critical', 'high', 'moderate', 'low', 'planning'] as const;

export function PolicySections() {
  const draft = usePolicyDraft();
  const mayChange = useAllowed()('policy.change');
  if (draft === undefined) return <LoadingRows label={t('shell.loading')} rows={3} />;
  const props = { draft, mayChange };
  return (
    <>
      {!mayChange && <p className={classes.quiet}>{t('policy.readOnly')}</p>}
      <PolicySection title={t('policy.approval.title')} text={t('policy.approval.text')}>
        <ApprovalRules {...props} />
      </PolicySection>
      <DelegationSection draft={draft} />
      <PolicySection title={t('policy.teams.title')} text={t('policy.teams.text')}>
        <TeamsSection {...props} />
      </PolicySection>
      <PolicySection title={t('policy.people.title')} text={t('policy.people.text')}>
        <PeopleSection {...props} />
      </PolicySection>
      <PolicySection title={t('policy.priority.title')} text={t('policy.priority.text')}>
        <PrioritySection {...props} />
      </PolicySection>
      {draft.isChanged && (
        <div className={classes.save} role="region" aria-label={t('policy.unsaved')}>
          <span role="status" className={classes.unsaved}>
            {t('policy.unsaved')}
          </span>
          <Button size="sm" loading={draft.pending} onClick={() => void draft.save()}>
            {t('policy.save')}
          </Button>
          <Button size="sm" variant="default" onClick={draft.discard}>
            {t('policy.undo')}
          </Button>
        </div>
      )}
    </>
  );
}

function ApprovalRules({ draft, mayChange }: SectionProps) {
  const { twoPeople } = draft.policy.approval;
  const change = (parts: Partial<typeof twoPeople>): void =>
    draft.change({ approval: { twoPeople: { ...twoPeople, ...parts } } });
  const { fromLines: _fromLines, ...unlimited } = twoPeople;
  return (
    <div className={classes.fields}>
      <Checkbox
        label={t('policy.approval.always')}
        checked={twoPeople.always}
        disabled={!mayChange}
        onChange={event => change({ always: event.currentTarget.checked })}
      />
      <Checkbox.Group
        size="xs"
        label={t('policy.approval.priorities')}
        value={twoPeople.priorities}
        onChange={values => change({ priorities: priorities.filter(one => values.includes(one)) })}
      >
        <div className={classes.choices}>
          {priorities.map(value => (
            <Checkbox key={value} value={value} label={word('states.priority', value)} disabled={!mayChange} />
          ))}
        </div>
      </Checkbox.Group>
      <NumberInput
        label={t('policy.approval.fromLines')}
        placeholder={t('policy.approval.fromLinesNone')}
        value={twoPeople.fromLines ?? ''}
        disabled={!mayChange}
        min={1}
        allowDecimal={false}
        className={classes.narrow ?? ''}
        onChange={value =>
          draft.change({
            approval: { twoPeople: typeof value === 'number' ? { ...twoPeople, fromLines: value } : unlimited },
          })
        }
      />
    </div>
  );
}
