/** How the demo operator decides: two people for what is critical or large, ranks for customers and services, work handed out in two teams. */
import type { Order } from '../../domain/order/order.ts';
import type { Calendar, Policy } from '../../domain/policy/policy.ts';
import { needsTwoPeople } from '../../domain/policy/whoApproves.ts';
import { DAY } from './workTime.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Early and late shift, every day but two. */
const shifts: Calendar = {
  zone: 'Europe/London',
  hours: everyDay.map(day => ({ day, from: '06:00', to: '20:00' })),
  closed: ['2025-12-25', '2026-01-01', '2026-12-25', '2027-01-01'],
};

/** From nine to five on weekdays, longer than that for whoever is on the phone. */
const office: Calendar = {
  zone: 'Europe/London',
  hours: everyDay.slice(0, 5).map(day => ({ day, from: '07:30', to: '18:30' })),
  closed: ['2025-12-25', '2025-12-26', '2026-01-01', '2026-12-25', '2026-12-28', '2027-01-01'],
};

/** `now` is the moment the demo was asked for (milliseconds since 1970). */
export function demoPolicy(now: number): Policy {
  return {
    approval: { twoPeople: { always: false, priorities: ['critical'], fromLines: 20 } },
    delegations: [
      // Sofia is at a customer's for two weeks.
      {
        from: 'sofia-marchetti',
        to: 'mei-tanaka',
        starts: new Date(now - 3 * DAY).toISOString(),
        until: new Date(now + 11 * DAY).toISOString(),
      },
    ],
    priority: {
      customer: {
        weight: 10,
        ranks: { 'ACC-20101': 100, 'ACC-20471': 90, 'ACC-20249': 80, 'ACC-20212': 75, 'ACC-20360': 75 },
        otherwise: 50,
      },
      specification: {
        weight: 20,
        ranks: {
          'cfs-ddos-protection': 90,
          'cfs-managed-firewall': 80,
          'cfs-mobile-backhaul': 75,
          'cfs-managed-wifi': 40,
          'cfs-rack-space': 30,
        },
        otherwise: 60,
      },
      orderType: {
        weight: 20,
        ranks: { add: 70, resume: 80, change: 60, suspend: 40, disconnect: 30, noChange: 0 },
      },
      urgency: { weight: 50, ranks: { critical: 100, high: 80, moderate: 50, low: 15, planning: 0 } },
    },
    teams: {
      field: { assignment: 'leastLoaded', calendar: shifts },
      network: { assignment: 'roundRobin', calendar: shifts },
      'service-desk': { assignment: 'none', calendar: office },
    },
    people: {
      'aisha-rahman': { skills: ['rack-work', 'splicing', 'survey'], sites: [] },
      'callum-reid': { skills: ['civil', 'climbing', 'splicing', 'survey'], sites: [] },
      'tomasz-nowak': { skills: ['civil', 'optical', 'rack-work'], sites: [] },
      'mei-tanaka': { skills: ['firewall', 'routing', 'sd-wan', 'voice'], sites: [] },
      'sofia-marchetti': { skills: ['fibre-design', 'firewall', 'optical', 'routing'], sites: [] },
      // Decides more than she does: what comes of itself is only what is to be done at her own desk.
      'maya-lindqvist': { skills: [], sites: ['Fjordlink head office'] },
    },
    calendar: office,
  };
}

/** Whether the demo operator has two people approve it. */
export const isForTwo = (order: Order): boolean => needsTwoPeople(order, demoPolicy(0));
