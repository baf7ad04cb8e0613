/** A warning that leads to the field it is about. */
import type { ReactNode } from 'react';
import { hashOf } from '../route.ts';
import { goToField, type FieldName } from './fieldFocus.ts';
import classes from './Order.module.css';

type Props = { readonly orderId: string; readonly field: FieldName; readonly children: ReactNode };

export const FieldLink = ({ orderId, field, children }: Props) => (
  <a
    className={classes.fieldLink}
    href={hashOf({ screen: 'order', orderId, tab: 'overview' })}
    onClick={event => {
      event.preventDefault();
      goToField(orderId, field);
    }}
  >
    {children}
  </a>
);
