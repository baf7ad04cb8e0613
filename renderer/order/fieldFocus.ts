/** Leads from a warning to the field it is about, on whatever part of the window that field is shown. */
import { useEffect } from 'react';
import { navigate } from '../route.ts';

/** `account`, `contact`, `requestedCompletion`, `lines`, `L2`, `L2.location`, `L2.characteristic.vlan` and so on. */
export type FieldName = string;

export const fieldId = (field: FieldName): string => `order-field-${field}`;

type Wanted = { readonly orderId: string; readonly field: FieldName };

let wanted: Wanted | null = null;

/** Marks the part of the page on which the fields of that order are. */
export const fieldsId = (orderId: string): string => `order-fields-${orderId}`;

/** Puts the focus on the field, or on the nearest thing around it; opens the order's overview when the field is not on the page. */
export function goToField(orderId: string, field: FieldName): void {
  wanted = { orderId, field };
  if (document.getElementById(fieldsId(orderId))) focusWanted(orderId);
  else navigate({ screen: 'order', orderId, tab: 'overview' });
}

/** For the part that draws the fields: when it is ready, it takes the focus where it was wanted. */
export function useWantedField(orderId: string, isReady: boolean): void {
  useEffect(() => {
    if (isReady) focusWanted(orderId);
  }, [orderId, isReady]);
}

function focusWanted(orderId: string): void {
  if (wanted?.orderId !== orderId) return;
  const [exact, ...around] = namesAround(wanted.field).map(name => document.getElementById(fieldId(name)));
  const place = exact ?? around.find(element => element !== null && element !== undefined);
  if (!place) return;
  wanted = null;
  const target = (exact && place.querySelector<HTMLElement>('button, input, textarea')) ?? place;
  place.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** The field itself, then what it is a part of, from near to far. */
function namesAround(field: FieldName): readonly FieldName[] {
  const [line] = field.split('.');
  if (line === undefined || !/^L\d+$/.test(line)) return [field];
  return [field, ...(field.includes('.characteristic.') ? [`${line}.characteristics`] : []), line, 'lines'];
}
