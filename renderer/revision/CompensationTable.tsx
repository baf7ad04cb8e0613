/** Every task that a change touches, by line and domain order: what happens to it, and why. */
import { Button } from '@mantine/core';
import { Fragment, useEffect, useState } from 'react';
import type { CompensationPlan, CompensationRow } from '../../preload/contract/revision.ts';
import { State } from '../State.tsx';
import { TableScroll } from '../ui/TableScroll.tsx';
import { t } from '../words/words.ts';
import { rowReason } from './changeWords.ts';
import { CompensationChip } from './CompensationChip.tsx';
import { groupRows } from './compensationGroups.ts';
import classes from './Compensation.module.css';

/** More are shown when asked for: a change of a large order may touch ten thousand. */
const SHOWN_AT_ONCE = 200;

type Props = {
  readonly plan: Pick<CompensationPlan, 'rows' | 'counts'>;
  /** The tasks that stay are asked for from outside. */
  readonly all?: boolean;
};

export function CompensationTable({ plan, all = false }: Props) {
  const [keptToo, setKeptToo] = useState(all);
  useEffect(() => setKeptToo(all), [all]);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const touched = plan.rows.filter(({ action }) => action !== 'keep');
  const wanted = keptToo ? plan.rows : touched;
  const { keep } = plan.counts;
  return (
    <div className={classes.tablePart}>
      {wanted.length > 0 && (
        <TableScroll label={t('revision.table.label')}>
          <table className={classes.table} aria-label={t('revision.table.label')}>
            <thead>
              <tr>
                {(['action', 'task', 'state', 'why'] as const).map(column => (
                  <th key={column} scope="col">
                    {t(`revision.table.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {groupRows(wanted.slice(0, shown)).map(group => (
              <tbody key={group.line}>
                <tr>
                  <th colSpan={4} scope="rowgroup" className={classes.lineHead}>
                    {t('revision.table.line', { number: group.line, name: group.name })}
                  </th>
                </tr>
                {group.domainOrders.map(({ name, rows }, index) => (
                  <Fragment key={name ?? index}>
                    {name !== null && name !== group.name && (
                      <tr>
                        <th colSpan={4} scope="rowgroup" className={classes.domainOrder}>
                          {name}
                        </th>
                      </tr>
                    )}
                    {rows.map((row, place) => (
                      <TaskRow key={row.key ?? `${row.title}${place}`} row={row} />
                    ))}
                  </Fragment>
                ))}
              </tbody>
            ))}
          </table>
        </TableScroll>
      )}
      <div className={classes.tableFoot}>
        {wanted.length > shown && (
          <Button variant="default" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            {t('revision.table.more', { count: wanted.length - shown })}
          </Button>
        )}
        {keep > 0 && (
          <Button variant="subtle" aria-expanded={keptToo} onClick={() => setKeptToo(!keptToo)}>
            {keptToo ? t('revision.table.hideKept') : t('revision.table.showKept', { count: keep })}
          </Button>
        )}
      </div>
    </div>
  );
}

function TaskRow({ row }: { readonly row: CompensationRow }) {
  return (
    <tr data-does={row.action}>
      <td>
        <CompensationChip action={row.action} />
      </td>
      <td>
        {row.title} {row.number && <span className={classes.number}>{row.number}</span>}
      </td>
      <td>
        {row.state === null ? (
          <span className={classes.quiet}>{t('revision.table.new')}</span>
        ) : (
          <State of="task" state={row.state} />
        )}
      </td>
      <td className={classes.why}>
        {rowReason(row)}
        {row.pastNoReturn && <strong className={classes.loud}> {t('revision.table.noReturn')}</strong>}
      </td>
    </tr>
  );
}
