/** What is said in a corner of the window and goes by itself; what was said last is always in sight. */
import { useMediaQuery } from '@mantine/hooks';
import { Notifications, notifications, useNotifications } from '@mantine/notifications';
import { useEffect } from 'react';

const LIMIT = 3;
/** In a low window, as when zoomed in, more would cover what is worked on. */
const LIMIT_LOW = 1;
const LOW = '(max-height: 34em)';

export function Toasts() {
  const isLow = useMediaQuery(LOW, false, { getInitialValueInEffect: false });
  const { notifications: shown, queue } = useNotifications();
  // Where there is no room the oldest goes at once, instead of keeping the new one away. One that waits for an answer goes last.
  const oldest = queue.length === 0 ? undefined : (shown.find(({ autoClose }) => autoClose !== false) ?? shown[0]);
  useEffect(() => {
    if (oldest?.id !== undefined) notifications.hide(oldest.id);
  }, [oldest]);
  return <Notifications position="bottom-right" limit={isLow ? LIMIT_LOW : LIMIT} />;
}
