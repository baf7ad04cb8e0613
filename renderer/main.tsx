/** Starts the window: security first, then the look, then the screens. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './window.css';
import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { desk } from './desk.ts';
import { DeskProvider } from './DeskProvider.tsx';
import { loadParts } from './lazyPart.ts';
import { ScreenGuard } from './shell/ScreenGuard.tsx';
import { installTrustedTypes } from './trustedTypes.ts';
import { resolveVariables, theme } from './ui/theme.ts';
import { Toasts } from './ui/Toasts.tsx';

installTrustedTypes();
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

window.requestIdleCallback(() => void loadParts());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <DeskProvider desk={desk}>
        <ScreenGuard resetKey="window">
          <App />
        </ScreenGuard>
        <Toasts />
      </DeskProvider>
    </MantineProvider>
  </StrictMode>,
);
