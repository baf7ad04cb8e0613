/** Tells one order of the demo from its import to where it stands today. */
import { orderNumber } from '../../domain/order/numbers.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Chance } from './chance.ts';
import { chanceOf } from './chance.ts';
import { approverOf, host, secondApproverOf } from './crew.ts';
import { isForTwo } from './demoPolicy.ts';
import { filledIn, type DemoData, type Rejection } from './demoData.ts';
import { mendingOf, spoil } from './faults.ts';
import type { DemoOrder } from './orderDocument.ts';
import { playStall, playWithdrawal } from './playFallout.ts';
import type { Course } from './course.ts';
import { playSteering } from './playSteering.ts';
import { playTurn } from './playTurn.ts';
import { playWork } from './playWork.ts';
import type { Scenario } from './scenario.ts';
import type { Story } from './story.ts';
import { isoMinute, MINUTE } from './workTime.ts';

/** The order as it was meant, and as the CRM sent it; `index` is its place in the demo, `placeOf` that of another. */
export function writeOrder(
  data: DemoData,
  scenario: Scenario,
  index: number,
  placeOf: (other: Scenario) => number,
): { readonly meant: DemoOrder; readonly sent: DemoOrder } {
  const { customer, contact, seed, importAt, occasion, fault } = scenario;
  const chance = chanceOf(seed, 405);
  const orderedAt = importAt - chance.whole(5, 90) * MINUTE;
  const [first] = scenario.lines;
  const service = first?.specification.name ?? '';
  const facts = {
    service,
    place: first?.site?.name ?? customer.name,
    customer: customer.name,
    count: new Set(scenario.lines.map(({ site }) => site?.id)).size,
  };
  const meant: DemoOrder = {
    sourceId: chance.text('********-****-4***-a***-************'),
    externalId: `FL-${new Date(orderedAt).getUTCFullYear()}-${String(3107 + index * 3 + chance.whole(0, 2)).padStart(6, '0')}`,
    category: service,
    description: filledIn(chance.pick(data.descriptions[occasion]), facts),
    priority: scenario.priority,
    orderDate: isoMinute(orderedAt),
    ...(scenario.requestedStart === undefined ? {} : { requestedStart: scenario.requestedStart }),
    requestedCompletion: scenario.requestedCompletion,
    customer,
    contact,
    salesAgent: chance.pick(['Rhiannon Ellery', 'Marcus Thwaite', 'Leila Farouk', 'Partner portal']),
    ...(chance.happens(0.3) ? { note: chance.pick(data.orderNotes) } : {}),
    lines: scenario.lines.map(({ service: about, ...line }) => ({
      ...line,
      ...(about === undefined ? {} : { serviceId: `${orderNumber(placeOf(about.of) + 1)}-${about.line}` }),
    })),
  };
  return { meant, sent: fault === undefined ? meant : spoil(meant, fault, data, chance) };
}

export type Setting = Pick<Course, 'data' | 'optional' | 'calendarOf'> & { readonly horizon: number };

/** What happens after the import. Throws when the order does not end up where its scenario wants it. */
export function playOrder(story: Story, scenario: Scenario, meant: DemoOrder, setting: Setting): void {
  const { chance, sendAfter } = story;
  const { data } = setting;
  const { fate, fault } = scenario;
  if (chance.happens(0.08)) {
    const text = chance.pick(data.customerNotes);
    sendAfter(chance.between(5, 20), approverOf(chance), { type: 'addNote', subject: 'order', kind: 'customer', text });
  }
  if (fate.kind === 'rejected' || fate.kind === 'draft' || scenario.resubmitted) {
    const why = fault === undefined ? chance.pick(data.rejections) : data.faultRejections[fault];
    reject(story, why);
    if (fate.kind === 'rejected') return expectState(story, 'rejected');
    sendAfter(chance.between(60, 400), approverOf(chance), { type: 'reopen' });
    if (fault !== undefined && (scenario.resubmitted || (fate.kind === 'draft' && fate.corrected))) {
      sendAfter(chance.between(10, 200), approverOf(chance), mendingOf(meant, fault, story.at()));
    }
    if (fate.kind === 'draft') return expectState(story, 'draft');
    sendAfter(chance.between(2, 30), approverOf(chance), { type: 'submit' });
  }
  if (fate.kind === 'waiting') {
    // The first of two approvals is given; the second is left to whoever sits at the desk.
    if (fault === undefined && isForTwo(story.order())) {
      sendAfter(chance.between(15, 300), secondApproverOf(host), { type: 'approve' });
    }
    return expectState(story, 'new');
  }
  const start = fate.kind === 'startsLater' ? { startAt: isoMinute(fate.startAt) } : {};
  const first = approverOf(chance);
  sendAfter(chance.between(15, 300) * scenario.pace, first, { type: 'approve', ...start });
  if (story.order().state === 'new') {
    const second = secondApproverOf(first);
    sendAfter(chance.between(10, 90) * scenario.pace, second, { type: 'approve', ...start });
  }
  if (fate.kind === 'startsLater') return expectState(story, 'acknowledged');
  play(story, scenario, setting);
}

function reject({ chance, sendAfter }: Story, why: Rejection): void {
  sendAfter(chance.between(20, 500), approverOf(chance), { type: 'reject', ...why });
}

function play(story: Story, { fate, pace, contact, seed }: Scenario, { horizon, ...given }: Setting): void {
  const course = { ...given, pace, contact: contact.name ?? '', trouble: 0.06 };
  switch (fate.kind) {
    case 'completed':
      playWork(story, { ...course, keepsOpen: 'nothing', until: horizon, deadline: fate.deadline });
      return expectState(story, 'completed');
    case 'underWay': {
      const shift = playWork(story, { ...course, keepsOpen: 'order', until: fate.until });
      if (fate.stall !== undefined) playStall(shift, fate.stall, fate.until);
      playSteering(shift, fate.until, { chance: chanceOf(seed, 407), horizon });
      return expectState(story, 'inProgress');
    }
    case 'turned':
      return playTurn(story, { ...course, keepsOpen: 'order', until: fate.until }, fate.turn);
    case 'withdrawn': {
      const shift = playWork(story, { ...course, keepsOpen: 'lines', until: fate.until });
      playWithdrawal(shift, fate.until);
      return expectState(story, 'canceled');
    }
    default:
      throw new Error(`Nothing is worked on in an order that is ${fate.kind}`);
  }
}

function expectState(story: Story, state: Order['state']): void {
  const order = story.order();
  if (order.state !== state) throw new Error(`Order ${order.number} of the demo is ${order.state} and not ${state}`);
}

export const chanceOfStory = ({ seed }: Scenario): Chance => chanceOf(seed, 406);
