/** Takes files dropped anywhere in the window, and says so while they hang over it. */
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import { useUploads } from './UploadsProvider.tsx';
import classes from './DropAnywhere.module.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropAnywhere({ children }: { readonly children: ReactNode }) {
  const { send } = useUploads();
  const [over, setOver] = useState(false);

  useEffect(() => {
    function onOver(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void send([...(event.dataTransfer?.files ?? [])], 'auto');
    }
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [send]);

  return (
    <>
      {children}
      {over && (
        <div className={classes.veil}>
          <p className={classes.card}>
            <strong>{t('intake.drop.anywhere')}</strong>
            <span>{t('intake.drop.text')}</span>
          </p>
        </div>
      )}
    </>
  );
}
