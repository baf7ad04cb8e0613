/** Copies a text, and says whether it did. */
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';

type Props = {
  /** A text that takes work to put together is only put together when it is wanted. */
  readonly text: string | (() => string);
  /** What is copied, for the name of the button. */
  readonly name: string;
  /** Prints the name on the button. */
  readonly labelled?: boolean;
};

export function CopyButton({ text, name, labelled = false }: Props) {
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
    } catch {
      notifications.show({ message: t('tasks.copy.failed'), color: 'gray' });
    }
  }

  const label = copied ? t('tasks.copy.done') : name;
  const icon = copied ? <Icon name="check" size={14} /> : <CopyGlyph />;
  if (labelled) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={icon}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {label}
      </Button>
    );
  }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={label}
      title={label}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {icon}
    </ActionIcon>
  );
}

function CopyGlyph() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d="M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
