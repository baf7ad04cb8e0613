/** Says something in the corner of the window; what was said there of the same matter before makes room for it. */
import { notifications, type NotificationData } from '@mantine/notifications';

const lastOf = new Map<string, string>();
let said = 0;

// One that is shown under an id that is in sight already would be dropped, whatever it says.
export function say(matter: string, what: Omit<NotificationData, 'id'>): void {
  const before = lastOf.get(matter);
  if (before !== undefined) notifications.hide(before);
  said += 1;
  const id = `${matter}-${said}`;
  lastOf.set(matter, id);
  notifications.show({ ...what, id });
}
