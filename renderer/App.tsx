/** Shows the screen of the current route; before anything is in the workspace, the ways to begin. */
import { Suspense, type ReactNode } from 'react';
import { Answer } from './Answer.tsx';
import { ApprovalsScreen } from './approvals/ApprovalsScreen.tsx';
import { useCall } from './calls.ts';
import { DropAnywhere } from './intake/DropAnywhere.tsx';
import { UploadsProvider } from './intake/UploadsProvider.tsx';
import { lazyPart } from './lazyPart.ts';
import { LoadingPart } from './LoadingPart.tsx';
import { useRoute, type Route } from './route.ts';
import { ScreenGuard } from './shell/ScreenGuard.tsx';
import { Shell } from './shell/Shell.tsx';
import { FirstRun } from './start/FirstRun.tsx';

const OrdersScreen = lazyPart(async () => (await import('./orders/OrdersScreen.tsx')).OrdersScreen);
const OrderScreen = lazyPart(async () => (await import('./order/OrderScreen.tsx')).OrderScreen);
const TasksScreen = lazyPart(async () => (await import('./tasks/TasksScreen.tsx')).TasksScreen);
const FalloutScreen = lazyPart(async () => (await import('./fallout/FalloutScreen.tsx')).FalloutScreen);
const ImportScreen = lazyPart(async () => (await import('./intake/ImportScreen.tsx')).ImportScreen);
const BatchesScreen = lazyPart(async () => (await import('./batch/BatchesScreen.tsx')).BatchesScreen);
const SettingsScreen = lazyPart(async () => (await import('./settings/SettingsScreen.tsx')).SettingsScreen);

export function App() {
  const route = useRoute();
  const session = useCall('workspace.status', {});
  return (
    <Answer of={session}>
      {status =>
        status.firstRun ? (
          <FirstRun folder={status.folder} loading={status.demoJob} />
        ) : (
          <UploadsProvider>
            <Shell>
              <DropAnywhere>
                <ScreenGuard resetKey={JSON.stringify(route)}>
                  <Suspense fallback={<LoadingPart />}>{screenOf(route)}</Suspense>
                </ScreenGuard>
              </DropAnywhere>
            </Shell>
          </UploadsProvider>
        )
      }
    </Answer>
  );
}

function screenOf(route: Route): ReactNode {
  switch (route.screen) {
    case 'approvals':
      return <ApprovalsScreen queue={route.queue ?? 'new'} orderId={route.orderId ?? null} />;
    case 'orders':
      return <OrdersScreen />;
    case 'order':
      return (
        <OrderScreen key={route.orderId} orderId={route.orderId} tab={route.tab} at={route.at} asOf={route.asOf} />
      );
    case 'tasks':
      return <TasksScreen />;
    case 'fallout':
      return <FalloutScreen />;
    case 'import':
      return <ImportScreen jobId={route.jobId ?? null} />;
    case 'batches':
      return <BatchesScreen jobId={route.jobId ?? null} />;
    case 'settings':
      return <SettingsScreen />;
  }
}
