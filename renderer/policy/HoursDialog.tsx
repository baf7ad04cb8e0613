/** Edits the working hours of one team: zone, one span a day, days off. */
import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Calendar } from '../../preload/contract/policy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { t } from '../words/words.ts';
import dialog from '../ui/Dialog.module.css';
import { calendarOf, days, dayWord, formOf, officeHours, type HoursForm } from './hours.ts';
import classes from './Policy.module.css';

type Props = {
  readonly team: string;
  readonly calendar: Calendar | undefined;
  readonly onDone: (calendar: Calendar | undefined) => void;
  readonly onClose: () => void;
};

export function HoursDialog({ team, calendar, onDone, onClose }: Props) {
  const [around, setAround] = useState(calendar === undefined);
  const [form, setForm] = useState<HoursForm>(() => formOf(calendar));
  const [fault, setFault] = useState<string | null>(null);

  function done(): void {
    if (around) return onDone(undefined);
    const made = calendarOf(form);
    if ('fault' in made) setFault(made.fault);
    else onDone(made.calendar);
  }

  const setDay = (day: number, span: { readonly from: string; readonly to: string } | undefined): void =>
    setForm({ ...form, days: { ...form.days, [day]: span } });

  return (
    <Dialog title={t('policy.hours.title', { team })} onClose={onClose}>
      <div className={dialog.form}>
        <Radio.Group
          aria-label={t('policy.hours.title', { team })}
          value={around ? 'around' : 'some'}
          onChange={value => setAround(value === 'around')}
        >
          <div className={classes.fields}>
            <Radio
              size="xs"
              value="around"
              label={t('policy.hours.around')}
              {...(around && { 'data-autofocus': true })}
            />
            <Radio size="xs" value="some" label={t('policy.hours.some')} {...(!around && { 'data-autofocus': true })} />
          </div>
        </Radio.Group>
        {!around && (
          <>
            <Select
              label={t('policy.hours.zone')}
              data={zonesWith(form.zone)}
              value={form.zone}
              onChange={zone => zone && setForm({ ...form, zone })}
              searchable
              allowDeselect={false}
            />
            <div className={classes.days}>
              {days.map(day => {
                const span = form.days[day];
                return (
                  <div key={day} className={classes.day}>
                    <Checkbox
                      label={dayWord(day)}
                      aria-label={t('policy.hours.works', { day: dayWord(day) })}
                      checked={span !== undefined}
                      onChange={event => setDay(day, event.currentTarget.checked ? officeHours : undefined)}
                    />
                    {!span && <span className={classes.quiet}>{t('policy.hours.off')}</span>}
                    {span && (
                      <>
                        <TextInput
                          type="time"
                          size="xs"
                          aria-label={t('policy.hours.fromOf', { day: dayWord(day) })}
                          value={span.from}
                          onChange={event => setDay(day, { ...span, from: event.currentTarget.value })}
                        />
                        <span className={classes.quiet}>{t('policy.hours.until')}</span>
                        <TextInput
                          type="time"
                          size="xs"
                          aria-label={t('policy.hours.toOf', { day: dayWord(day) })}
                          value={span.to === '24:00' ? '23:59' : span.to}
                          onChange={event => setDay(day, { ...span, to: event.currentTarget.value })}
                        />
                      </>
                    )}
                  </div>
                );
              })}
            </div>
            <Textarea
              label={t('policy.hours.closed')}
              description={t('policy.hours.closedText')}
              value={form.closed}
              autosize
              minRows={2}
              maxRows={6}
              onChange={event => setForm({ ...form, closed: event.currentTarget.value })}
            />
          </>
        )}
        {fault !== null && (
          <p className={classes.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={dialog.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('policy.hours.cancel')}
          </Button>
          <Button size="sm" onClick={done}>
            {t('policy.hours.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The zones this machine knows; the one in use even when it does not. */
function zonesWith(zone: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([zone, 'UTC', ...known])].toSorted();
}
