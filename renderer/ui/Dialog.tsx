/** A dialog over the window: its title, and the focus given back to what had it when it goes. */
import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { FocusNow } from './FocusNow.tsx';
import { useFocusReturn } from './useFocusReturn.ts';
import classes from './Dialog.module.css';

type Props = {
  readonly title: string;
  readonly size?: ModalProps['size'];
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export function Dialog({ title, size = 'md', onClose, children }: Props) {
  useFocusReturn();
  return (
    <Modal opened onClose={onClose} title={title} size={size} classNames={{ title: classes.title ?? '' }}>
      {children}
      <FocusNow />
    </Modal>
  );
}
