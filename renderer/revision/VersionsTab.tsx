/** The versions of an order: choose two, and see what they say differently side by side (features O14). */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '../../preload/contract/order.ts';
import type { Output } from '../../preload/contract/contract.ts';
import { Answer } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useNames } from '../people.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import classes from './Changes.module.css';

type Version = Output<'order.versions'>['versions'][number];

export function VersionsTab({ order }: { readonly order: Order }) {
  const versions = useCall('order.versions', { orderId: order.id });
  return (
    <Answer of={versions}>
      {({ versions: known }) =>
        known.length < 2 ? (
          <EmptyState title={t('revision.versions.none')} text={t('revision.versions.noneText')} />
        ) : (
          <Versions order={order} versions={known} />
        )
      }
    </Answer>
  );
}

type Props = { readonly order: Order; readonly versions: readonly Version[] };

/** The last two to begin with; arrow keys move each choice. */
function Versions({ order, versions }: Props) {
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>({});
  const from = chosen.from ?? versions.at(-2)?.number ?? 1;
  const to = chosen.to ?? versions.at(-1)?.number ?? 1;
  const names = useNames();
  const choice = (side: 'from' | 'to', number: number) => (
    <Radio
      size="xs"
      name={`versions-${side}`}
      aria-label={t(`revision.versions.${side}.of`, { number })}
      checked={(side === 'from' ? from : to) === number}
      onChange={() => setChosen({ ...chosen, [side]: number })}
    />
  );
  return (
    <div className={classes.tab}>
      <TableScroll label={t('revision.versions.label', { number: order.number })}>
        <table className={classes.versions} aria-label={t('revision.versions.label', { number: order.number })}>
          <thead>
            <tr>
              {(['from', 'to', 'number', 'what', 'at', 'by'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`revision.versions.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map(({ number, at, by, operation, reason }) => (
              <tr key={number} data-chosen={number === from || number === to || undefined}>
                <td>{choice('from', number)}</td>
                <td>{choice('to', number)}</td>
                <th scope="row">{number}</th>
                <td>
                  {t(`revision.versions.operation.${operation}`)}
                  {reason !== null && <span className={classes.quiet}> {reason}</span>}
                </td>
                <td>{timeOf(at)}</td>
                <td>{names.person(by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {from === to ? (
        <p className={classes.quiet} role="status">
          {t('revision.versions.same')}
        </p>
      ) : (
        <Compared orderId={order.id} from={from} to={to} />
      )}
    </div>
  );
}

type ComparedProps = { readonly orderId: string; readonly from: number; readonly to: number };

function Compared({ orderId, from, to }: ComparedProps) {
  const compared = useCall('order.compareVersions', { orderId, from, to }, { keepPrevious: true });
  const title = t('revision.versions.compared', { from, to });
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <Answer of={compared}>
        {({ differences }) =>
          differences.length === 0 ? (
            <p className={classes.quiet} role="status">
              {t('revision.difference.none')}
            </p>
          ) : (
            <DifferenceTable label={title} differences={differences} />
          )
        }
      </Answer>
    </section>
  );
}
