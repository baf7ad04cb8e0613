/** Gives every component below it the bridge to the app and a cache of its answers, kept fresh by the app's notices. */
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Bridge } from '../preload/contract/bridge.ts';
import { followNotices } from './freshness.ts';

// What an answer changes in the cache and in a component is drawn at once and together, not by a timer a moment later.
notifyManager.setScheduler(queueMicrotask);

const DeskContext = createContext<Bridge | null>(null);

type Props = { readonly desk: Bridge; readonly children: ReactNode };

export function DeskProvider({ desk, children }: Props) {
  const [client] = useState(newQueryClient);
  useEffect(() => followNotices(desk, client), [desk, client]);
  return (
    <DeskContext value={desk}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </DeskContext>
  );
}

/** The bridge itself, for the few things that are neither a query nor a command, such as sending a file. */
export function useDesk(): Bridge {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

/** Answers never grow old by themselves: the app says what changed. */
const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
