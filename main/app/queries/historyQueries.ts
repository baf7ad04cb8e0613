/** Answers what an order's history was: its moments for the slider, and what is different between two of them (features X6). */
import type { Database } from 'better-sqlite3';
import { readVersions } from '../../../db/eventLog.ts';
import type { OrderHistory } from '../../../db/orderHistory.ts';
import { comparePlans } from '../../domain/plan/comparePlans.ts';
import type { SubjectId } from '../../domain/vocabulary/node.ts';
import { err, ok } from '../../domain/result.ts';
import { subjectsOf } from '../commands/subjects.ts';
import type { Handlers } from '../sides.ts';
import { subjectName } from '../../domain/order/subjectName.ts';

export function historyQueries(db: Database, history: OrderHistory): Handlers<'history.moments' | 'history.compare'> {
  const notFound = (id: string) => err({ code: 'NotFound', subject: 'order', id } as const);
  return {
    'history.moments': ({ orderId, around, limit }) => {
      const now = history.load(orderId);
      if (now === null) return notFound(orderId);
      const total = now.version;
      const moments = readVersions(db, orderId, versionsAround(around ?? total, total, limit)).map(event => {
        const [subject = 'order'] = subjectsOf([event]);
        const name = subjectName(now, subject as SubjectId);
        return { version: event.version, at: event.at, by: event.by, event: event.type, subject, subjectName: name };
      });
      return ok({ moments, total });
    },
    'history.compare': ({ orderId, from, to, after, limit }) => {
      const was = history.asOf(orderId, from);
      const now = history.asOf(orderId, to);
      if (was === undefined || now === undefined) return notFound(orderId);
      const changes = comparePlans(was.order, now.order);
      const upTo = after + limit;
      const rows = changes.slice(after, upTo).map(({ fields, ...row }) => ({ ...row, fields: [...fields] }));
      return ok({ rows, next: upTo < changes.length ? String(upTo) : null, total: changes.length });
    },
  };
}

/** At most `limit` versions that follow each other, the one asked for in their middle where there are enough on both sides. */
export function versionsAround(version: number, total: number, limit: number): readonly number[] {
  const first = Math.max(1, Math.min(version - Math.floor(limit / 2), total - limit + 1));
  return Array.from({ length: Math.min(limit, total) }, (_, index) => first + index);
}
