/** Speaks the contract from the page over a socket of its own: for what the window itself does not let a person ask. */
import type { Page } from '@playwright/test';
import { orderStates } from '../../main/domain/vocabulary/states.ts';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import { unfolded } from '../../preload/contract/replyText.ts';

export async function ask<C extends CallName>(page: Page, name: C, input: Input<C>): Promise<Reply<Output<C>>> {
  const [reply] = await askAll(page, name, [input]);
  if (!reply) throw new Error(`${name} was not answered.`);
  return reply;
}

/** Asks the same of many inputs over one socket, one after another as they are answered; answers in their order. */
async function askAll<C extends CallName>(
  page: Page,
  name: C,
  inputs: readonly Input<C>[],
): Promise<Reply<Output<C>>[]> {
  const replies = await page.evaluate(
    ({ name, inputs }) =>
      new Promise<Reply<never>[]>((settle, fail) => {
        const answered: Reply<never>[] = [];
        const socket = new WebSocket(`ws://${location.host}/desk`);
        const next = (): void =>
          socket.send(JSON.stringify({ id: answered.length + 1, name, input: inputs[answered.length] }));
        socket.addEventListener('open', next);
        for (const end of ['error', 'close']) {
          socket.addEventListener(end, () => fail(new Error('The desk cannot be reached.')));
        }
        socket.addEventListener('message', event => {
          const answer = JSON.parse(String(event.data)) as { id?: number; reply: Reply<never> };
          if (answer.id !== answered.length + 1) return;
          answered.push(answer.reply);
          if (answered.length < inputs.length) return next();
          settle(answered);
          socket.close();
        });
      }),
    { name, inputs: inputs as never[] },
  );
  return replies.map(reply => unfolded(reply) as Reply<Output<C>>);
}

/** The answer to a question that is never refused. */
export async function must<C extends CallName>(page: Page, name: C, input: Input<C>): Promise<Output<C>> {
  return granted(name, await ask(page, name, input));
}

/** The answers to as many questions that are never refused. */
export async function mustAll<C extends CallName>(
  page: Page,
  name: C,
  inputs: readonly Input<C>[],
): Promise<Output<C>[]> {
  return (await askAll(page, name, inputs)).map(reply => granted(name, reply));
}

function granted<T>(name: CallName, reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

/** The id of the order with this external id, in whatever state it is. */
export async function orderIdOf(page: Page, externalId: string): Promise<string> {
  const { rows } = await must(page, 'orders.page', { states: [...orderStates], after: null, limit: 200 });
  const found = rows.find(row => row.externalId === externalId);
  if (!found) throw new Error(`No order has the external id “${externalId}”.`);
  return found.id;
}
