/** Leads from a warning to the field it is about, open to be put right, and from there back to the decision. */
import { useEffect } from 'react';
import { navigate } from '../route.ts';

/** `account`, `contact`, `requestedCompletion`, `lines`, `L2`, `L2.location`, `L2.characteristic.vlan` and so on. */
export type FieldName = string;

/** Where a note on the order is written. */
export const NOTE_FIELD: FieldName = 'note';

export const fieldId = (field: FieldName): string => `order-field-${field}`;

type Wanted = { readonly orderId: string; readonly field: FieldName };

let wanted: Wanted | null = null;
/** The order from whose warning a field is being opened at this moment. */
let leading: string | null = null;

/** Marks the part of the page on which the fields of that order are. */
export const fieldsId = (orderId: string): string => `order-fields-${orderId}`;

/** Marks where the order is decided on. */
export const decisionId = (orderId: string): string => `order-decision-${orderId}`;

/** On the button that opens a field for editing. */
export const opensField = { 'data-opens-field': true } as const;

/** For a field that is being opened or entered: the order whose warning led to it, null when the person came by themselves. */
export const ledFrom = (): string | null => leading;

/** Puts the focus where the order is decided on, where its keys act. Answers whether there is such a place. */
export function goToDecision(orderId: string): boolean {
  const place = document.getElementById(decisionId(orderId));
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus();
  return place !== null;
}

/** Opens the field, or puts the focus on it or on the nearest thing around it; opens the order's overview when the field is not on the page. */
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
  const opener = exact?.querySelector<HTMLElement>(`[data-opens-field]`);
  const target = exact?.querySelector<HTMLElement>('input, textarea') ?? exact?.querySelector('button') ?? place;
  place.scrollIntoView({ block: 'center' });
  leading = orderId;
  if (opener) opener.click();
  else target.focus({ preventScroll: true });
  leading = null;
}

/** The field itself, then what it is a part of, from near to far. */
function namesAround(field: FieldName): readonly FieldName[] {
  const [line] = field.split('.');
  if (line === undefined || !/^L\d+$/.test(line)) return [field];
  return [field, ...(field.includes('.characteristic.') ? [`${line}.characteristics`] : []), line, 'lines'];
}
