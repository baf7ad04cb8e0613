/** Says what a command of the plan has brought about, where nothing else does. */
import { notifications } from '@mantine/notifications';

export const sayOnPlan = (message: string): void => void notifications.show({ message, withBorder: true });
