/** What an agent has to know on site: the values of the domain order, the place and whom to call, each to copy. */
import type { Task } from '../../preload/contract/task.ts';
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import { Breakable } from '../ui/Breakable.tsx';
import { CopyButton } from './CopyButton.tsx';
import classes from './TaskDetail.module.css';

type Line = { readonly key: string; readonly name: string; readonly value: string };

export function KnowPanel({ characteristics }: Pick<Task, 'characteristics'>) {
  const values = characteristics.map(({ name, value }) => ({ key: name, name, value: valueText(value) }));
  return (
    <section className={classes.block} aria-label={t('tasks.detail.know')}>
      <header className={classes.blockHead}>
        <h3 className={classes.heading}>{t('tasks.detail.know')}</h3>
        {values.length > 0 && <CopyButton labelled name={t('tasks.copy.all')} text={asText(values)} />}
      </header>
      <Lines lines={values} none={t('tasks.detail.noValues')} />
    </section>
  );
}

export function WherePanel({ place, contacts }: Pick<Task, 'place' | 'contacts'>) {
  const places = place
    ? [
        { key: 'name', name: t('tasks.detail.place'), value: place.name },
        ...(place.address && place.address !== place.name
          ? [{ key: 'address', name: t('tasks.detail.address'), value: place.address }]
          : []),
      ]
    : [];
  const people = contacts.flatMap((contact, index) =>
    (['name', 'phone', 'email'] as const).flatMap(part => {
      const value = contact[part];
      if (!value) return [];
      const name =
        part === 'name'
          ? contact.role
            ? word('codes.contactRole', contact.role)
            : t('tasks.detail.contact')
          : t(`tasks.detail.${part}`);
      return [{ key: `${index}${part}`, name, value }];
    }),
  );
  return (
    <section className={classes.block} aria-label={t('tasks.detail.where')}>
      <h3 className={classes.heading}>{t('tasks.detail.where')}</h3>
      <Lines lines={places} none={t('tasks.detail.noPlace')} />
      <Lines lines={people} none={t('tasks.detail.noContact')} />
    </section>
  );
}

const asText = (lines: readonly Line[]): string => lines.map(({ name, value }) => `${name}\t${value}`).join('\n');

function Lines({ lines, none }: { readonly lines: readonly Line[]; readonly none: string }) {
  if (lines.length === 0) return <p className={classes.quiet}>{none}</p>;
  return (
    <dl className={classes.lines}>
      {lines.map(({ key, name, value }) => (
        <div key={key} className={classes.line}>
          <dt className={classes.quiet}>
            <Breakable text={name} />
          </dt>
          <dd className={classes.lineValue}>
            <span>
              <Breakable text={value} />
            </span>
            <CopyButton name={t('tasks.copy.value', { name })} text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
