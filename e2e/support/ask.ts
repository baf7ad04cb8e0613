/** Speaks the contract from the page over a socket of its own: for what the window itself does not let a person ask. */
import type { Page } from '@playwright/test';
import { orderStates } from '../../main/domain/vocabulary/states.ts';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import { unfolded } from '../../preload/contract/replyText.ts';

export async function ask<C extends CallName>(page: Page, name: C, input: Input<C>): Promise<Reply<Output<C>>> {
  const reply = await page.evaluate(
    call =>
      new Promise<Reply<never>>((settle, fail) => {
        const socket = new WebSocket(`ws://${location.host}/desk`);
        socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, ...call })));
        socket.addEventListener('error', () => fail(new Error('The desk cannot be reached.')));
        socket.addEventListener('message', event => {
          const answer = JSON.parse(String(event.data)) as { id?: number; reply: Reply<never> };
          if (answer.id !== 1) return;
          socket.close();
          settle(answer.reply);
        });
      }),
    { name, input: input as never },
  );
  return unfolded(reply) as Reply<Output<C>>;
}

/** The answer to a question that is never refused. */
export async function must<C extends CallName>(page: Page, name: C, input: Input<C>): Promise<Output<C>> {
  const reply = await ask(page, name, input);
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
