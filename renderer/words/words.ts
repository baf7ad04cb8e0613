/** Every sentence of the window by key: `t('approvals.empty', { count })`. The messages are ICU; they are compiled when first said. */
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { activity } from './activity.ts';
import { approvals } from './approvals.ts';
import { batch } from './batch.ts';
import { batches } from './batches.ts';
import { codes } from './codes.ts';
import { fallout } from './fallout.ts';
import { history } from './history.ts';
import { intake } from './intake.ts';
import { orders } from './orders.ts';
import { plan } from './plan.ts';
import { policy } from './policy.ts';
import { refusals } from './refusals.ts';
import { revision } from './revision.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { steps } from './steps.ts';
import { tasks } from './tasks.ts';
import { undo } from './undo.ts';

/** Every file of words by its name. */
export const areas = {
  activity,
  approvals,
  batch,
  batches,
  codes,
  fallout,
  history,
  intake,
  orders,
  plan,
  policy,
  refusals,
  revision,
  shell,
  states,
  steps,
  tasks,
  undo,
};

type Areas = typeof areas;

/** `<area>.<key in that area's file>` */
export type WordKey = { [A in keyof Areas]: `${A}.${Extract<keyof Areas[A], string>}` }[keyof Areas];

export type WordValues = { readonly [name: string]: string | number };

const locale = 'en';
const messages = new Map<string, string>(
  Object.entries(areas).flatMap(([area, words]) =>
    Object.entries<string>(words).map(([key, message]) => [`${area}.${key}`, message] as const),
  ),
);
const i18n = setupI18n({ locale, messages: { [locale]: {} } });
const compiled = new Set<string>();

/** The sentence for a key, with its values put in. */
export function t(key: WordKey, values?: WordValues): string {
  return say(key, values);
}

/** The word for a code that comes with the data: `word('codes.rootCause', 'noInventory')`; a code without one is shown as words made of it. */
export function word(prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return messages.has(key) ? say(key) : spelledOut(code);
}

/** Whether there is a sentence for this key; for codes that may be newer than this window. */
export const hasWord = (key: string): key is WordKey => messages.has(key);

function say(key: string, values?: WordValues): string {
  if (!compiled.has(key)) {
    i18n.load(locale, { [key]: compileMessage(messages.get(key) ?? key) });
    compiled.add(key);
  }
  return i18n._(key, values);
}

/** `awaitingInformation` → `Awaiting information` */
function spelledOut(code: string): string {
  const spaced = code.replace(/[_-]+/g, ' ').replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => {
    return `${before} ${after.toLowerCase()}`;
  });
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
