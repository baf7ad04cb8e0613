/** Sends chosen files to the app one after the other and starts their import; it goes on while the person looks at other screens. */
import { notifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useAsk } from '../calls.ts';
import { navigate } from '../route.ts';
import { megabytes } from '../words/format.ts';
import { t } from '../words/words.ts';
import { readChunks } from './readChunks.ts';

export type ImportKind = 'auto' | 'orders' | 'catalog';

export type Sending = { readonly id: number; readonly file: string; readonly sent: number; readonly size: number };

type Uploads = {
  readonly sending: readonly Sending[];
  readonly send: (files: readonly File[], kind: ImportKind) => Promise<void>;
  readonly stop: (id: number) => void;
};

/** The app refuses more (`uploadLimitBytes` of the contract); saying so before reading spares the wait. */
const LIMIT_BYTES = 512 * 1024 * 1024;

const UploadsContext = createContext<Uploads | null>(null);

export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (!uploads) throw new Error('useUploads needs an UploadsProvider above it');
  return uploads;
}

export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  const { ask } = useAsk();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const stopped = useRef(new Set<number>());
  const lastId = useRef(0);

  const sendOne = useCallback(
    async (file: File, kind: ImportKind): Promise<string | undefined> => {
      if (file.size > LIMIT_BYTES) {
        complain(t('intake.file.tooLarge', { file: file.name, limit: megabytes(LIMIT_BYTES) }));
        return undefined;
      }
      const id = (lastId.current += 1);
      const progress = (sent: number): void =>
        setSending(all => all.map(one => (one.id === id ? { ...one, sent } : one)));
      setSending(all => [...all, { id, file: file.name, sent: 0, size: file.size }]);
      try {
        const begun = await ask('upload.begin', { fileName: file.name, sizeBytes: file.size });
        if (!begun.ok) return undefined;
        const { uploadId } = begun.value;
        let index = 0;
        for await (const { text, bytesRead } of readChunks(file)) {
          if (stopped.current.has(id)) return undefined;
          const appended = await ask('upload.append', { uploadId, index, text });
          if (!appended.ok) return undefined;
          index += 1;
          progress(bytesRead);
        }
        const started = await ask('import.start', { uploadId, kind });
        return started.ok ? started.value.jobId : undefined;
      } catch (error) {
        complain(t('intake.file.unreadable', { file: file.name, message: String(error) }));
        return undefined;
      } finally {
        setSending(all => all.filter(one => one.id !== id));
      }
    },
    [ask],
  );

  const send = useCallback(
    async (files: readonly File[], kind: ImportKind) => {
      if (files.length > 0) navigate({ screen: 'import' });
      for (const file of files) {
        const jobId = await sendOne(file, kind);
        if (jobId) navigate({ screen: 'import', jobId });
      }
    },
    [sendOne],
  );

  const stop = useCallback((id: number) => void stopped.current.add(id), []);
  const uploads = useMemo(() => ({ sending, send, stop }), [sending, send, stop]);
  return <UploadsContext value={uploads}>{children}</UploadsContext>;
}

const complain = (message: string): void => {
  notifications.show({ title: t('intake.title'), message, color: 'red', role: 'alert' });
};
