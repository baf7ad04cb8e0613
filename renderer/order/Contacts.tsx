/** The people to reach, each with role, e-mail and phone below the name. */
import { Breakable } from '../ui/Breakable.tsx';
import { word } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import classes from './Order.module.css';

export const Contacts = ({ contacts }: Pick<Order, 'contacts'>) =>
  contacts.map(({ name, role, email, phone }, index) => (
    <span key={`${name ?? ''}${index}`} className={classes.contact}>
      {[[name, role && word('codes.contactRole', role)].filter(Boolean).join(' · '), email, phone]
        .filter((part): part is string => Boolean(part))
        .map(part => (
          <span key={part} className={classes.contact}>
            <Breakable text={part} />
          </span>
        ))}
    </span>
  ));
