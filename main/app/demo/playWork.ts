/** Works through the plan of one order of the demo: tasks are handed out, claimed, started, recorded on and completed, each in its time. */
import type { Person } from '../../domain/people/permissions.ts';
import { theDesk } from '../../domain/people/desk.ts';
import { countsOfLine } from '../../domain/order/countsBelow.ts';
import { rowsOf } from '../../domain/table.ts';
import { handOf, leadOf, personOf } from './crew.ts';
import type { Course, Shift } from './course.ts';
import { playTrouble } from './playFallout.ts';
import type { Chance } from './chance.ts';
import type { Story } from './story.ts';
import { taskValues } from './taskValues.ts';

type Entry = { readonly at: number; readonly run: () => void };

export function playWork(story: Story, course: Course): Shift {
  const { chance } = story;
  const diary: Entry[] = [];
  const seen = new Set<number>();
  const hands = new Map<string, Person>();
  let now = story.at();

  const at = (moment: number, run: () => void): void => {
    diary.push({ at: Math.min(moment, course.deadline ?? moment), run });
  };
  const shift: Shift = {
    ...course,
    story,
    later: (team, minutes, run) => at(course.calendarOf(team).addWorking(story.at(), minutes), run),
    handOf: team => {
      const usual = hands.get(team ?? '') ?? handOf(team, chance);
      hands.set(team ?? '', usual);
      return chance.happens(0.8) ? usual : handOf(team, chance);
    },
    look: touched => {
      for (const number of touched) {
        const { state, opensAt, outside = [] } = story.task(number);
        if (outside.length > 0 && course.keepsOpen === 'nothing') letGoOn(number);
        if (state === 'scheduled' && opensAt !== undefined) openLater(Date.parse(opensAt));
        if (seen.has(number) || state !== 'open') continue;
        seen.add(number);
        takeUp(number);
      }
    },
    isLast,
    finish,
    goOn: number => finishLater(number),
  };
  const gap = (from: number, to: number): number => chance.between(from, to) * course.pace ** 2;

  const alarms = new Set<number>();
  /** A lag runs out when it does, whoever is at work. */
  function openLater(moment: number): void {
    if (alarms.has(moment)) return;
    alarms.add(moment);
    diary.push({ at: moment, run: () => shift.look(story.send(theDesk, { type: 'passTime' }, now)) });
  }

  const released = new Set<number>();
  /** What other orders owe came in another way: the lead lets the task go on without it. */
  function letGoOn(number: number): void {
    if (released.has(number)) return;
    released.add(number);
    const { group } = story.task(number);
    shift.later(group, gap(200, 1500), () => {
      const { outside = [] } = story.task(number);
      for (const { order, node } of outside) {
        shift.look(story.send(leadOf(group), { type: 'meetOutside', task: number, order, node }, now));
      }
    });
  }

  /** What the desk gave somebody is theirs; of the others some are handed out by the lead, some claimed ahead of time, some simply started. */
  function takeUp(number: number): void {
    const { group, assignee } = story.task(number);
    if (assignee !== undefined) return shift.later(group, gap(5, 110), () => startTask(number, personOf(assignee)));
    const how = chance.weighted({ assigned: 22, claimed: 30, started: 48 });
    const who = shift.handOf(group);
    const start = (): void => startTask(number, who);
    if (how === 'started') shift.later(group, gap(5, 110), start);
    else {
      shift.later(group, gap(5, 45), () => {
        const { assignee, state } = story.task(number);
        if (state !== 'open' || assignee !== undefined) return;
        const lead = leadOf(group);
        if (how === 'assigned') story.send(lead, { type: 'assignTask', task: number, assignee: who.id }, now);
        else story.send(who, { type: 'claimTask', task: number }, now);
        if (how === 'claimed' && chance.happens(0.05)) {
          shift.later(group, gap(20, 90), () => {
            if (story.task(number).state === 'open') story.send(who, { type: 'releaseTask', task: number }, now);
          });
        }
        shift.later(group, gap(5, 80), start);
      });
    }
  }

  function startTask(number: number, who: Person): void {
    const { state, assignee, group } = story.task(number);
    if (state !== 'open') return;
    if (assignee !== undefined && assignee !== who.id) return;
    // What waits only for the start opens now.
    shift.look(story.send(who, { type: 'startTask', task: number }, now));
    if (chance.happens(course.trouble))
      shift.later(group, chance.between(10, 90), () => playTrouble(shift, number, () => now));
    else finishLater(number);
    if (chance.happens(0.1)) {
      const text = chance.pick(course.data.workNotes[group ?? ''] ?? course.data.triageNotes);
      shift.later(group, chance.between(5, 60), () => {
        story.send(who, { type: 'addNote', subject: `T${number}`, kind: 'work', text }, now);
      });
    }
  }

  function finishLater(number: number): void {
    const { durationMinutes, fields, group } = story.task(number);
    shift.later(group, durationMinutes * shareOfPlan(chance), () => finish(number));
    if (fields.length > 0 && chance.happens(0.3)) {
      shift.later(group, Math.min(durationMinutes, 240) * 0.4, () => recordFirst(number));
    }
  }

  const valuesOf = (number: number) => {
    const { fields, values } = story.task(number);
    const open = fields.filter(({ name }) => values.every(known => known.name !== name));
    return taskValues(open, { chance, at: now, contact: course.contact });
  };

  function recordFirst(number: number): void {
    const { state, assignee } = story.task(number);
    const [first] = valuesOf(number);
    if (state !== 'inProgress' || first === undefined) return;
    story.send(personOf(assignee), { type: 'recordValues', task: number, values: [first] }, now);
  }

  function finish(number: number): void {
    const { state, assignee, group } = story.task(number);
    if (state === 'open') return startTask(number, assignee === undefined ? shift.handOf(group) : personOf(assignee));
    if (state !== 'inProgress' || isLast(number)) return;
    const values = valuesOf(number);
    const command = { type: 'completeTask', task: number, ...(values.length === 0 ? {} : { values }) } as const;
    shift.look(story.send(personOf(assignee), command, now));
  }

  function isLast(number: number): boolean {
    if (course.keepsOpen === 'nothing') return false;
    const order = story.order();
    const { tasks } = course.keepsOpen === 'order' ? order.counts : countsOfLine(order, story.task(number).line);
    return tasks.total - tasks.ended === 1;
  }

  const { plan } = story.order();
  const known = plan === undefined ? [] : [...rowsOf(plan.tasks)];
  for (const { number, state } of known) if (state === 'inProgress') finishLater(number);
  shift.look(known.map(({ number }) => number));
  for (let entry = takeNext(diary); entry !== undefined && entry.at <= course.until; entry = takeNext(diary)) {
    if (course.enough?.(story.order()) === true) break;
    now = entry.at;
    entry.run();
  }
  return shift;
}

/** How long it takes of what was planned for it: half of all work about as long, some of it much longer. */
function shareOfPlan(chance: Chance): number {
  const [from, to] = { quick: [0.6, 0.9], planned: [0.9, 1.1], slow: [1.1, 1.4], stuck: [1.4, 2.2] }[
    chance.weighted({ quick: 28, planned: 48, slow: 19, stuck: 5 })
  ] as [number, number];
  return chance.between(from, to);
}

/** Takes the earliest entry out of the diary; of two at the same moment the first written. */
function takeNext(diary: Entry[]): Entry | undefined {
  let first = 0;
  for (const [index, { at }] of diary.entries()) if (at < (diary[first]?.at ?? at)) first = index;
  return diary.splice(first, 1)[0];
}
