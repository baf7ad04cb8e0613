/** The first thing a person sees in an empty workspace: try the demo, bring orders, or start with nothing. */
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useAsk, useCall } from '../calls.ts';
import { problemWords } from '../intake/problemWords.ts';
import { navigate } from '../route.ts';
import { ThemeToggle } from '../shell/ThemeToggle.tsx';
import { Bar } from '../ui/Bar.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { t } from '../words/words.ts';
import classes from './FirstRun.module.css';

type Props = {
  readonly folder: string;
  /** The demo may be loading already: another window asked for it, or the app was restarted on the way. */
  readonly loading: string | null;
};

export function FirstRun({ folder, loading }: Props) {
  const { ask, pending } = useAsk();
  const [demoJob, setDemoJob] = useState(loading);
  const [naming, setNaming] = useState<'import' | 'empty' | null>(null);

  async function loadDemo(): Promise<void> {
    const reply = await ask('workspace.loadDemo', {});
    if (reply.ok) setDemoJob(reply.value.jobId);
  }

  async function begin(name: string, then: 'import' | 'empty'): Promise<void> {
    const reply = await ask('workspace.startEmpty', { name });
    if (reply.ok) navigate({ screen: then === 'import' ? 'import' : 'approvals' });
  }

  return (
    <main className={classes.start} data-keys="">
      <div className={classes.corner}>
        <ThemeToggle />
      </div>
      <div className={classes.page}>
        <h1 className={classes.title}>{t('shell.start.title')}</h1>
        <p className={classes.text}>{t('shell.start.text')}</p>
        {demoJob ? (
          <DemoProgress jobId={demoJob} onBack={() => setDemoJob(null)} />
        ) : (
          <ul className={classes.ways}>
            <li className={classes.way}>
              <Button size="md" fullWidth onClick={() => void loadDemo()} loading={pending && naming === null}>
                {t('shell.start.demo')}
              </Button>
              <p className={classes.quiet}>{t('shell.start.demoText')}</p>
            </li>
            {(['import', 'empty'] as const).map(way => (
              <li key={way} className={classes.way}>
                <Button
                  size="md"
                  fullWidth
                  variant="default"
                  aria-expanded={naming === way}
                  onClick={() => setNaming(naming === way ? null : way)}
                >
                  {t(`shell.start.${way}`)}
                </Button>
                <p className={classes.quiet}>{t(`shell.start.${way}Text`)}</p>
                {naming === way && <NameForm pending={pending} onName={name => void begin(name, way)} />}
              </li>
            ))}
          </ul>
        )}
        <p className={classes.folder} title={folder}>
          {t('shell.start.folder', { folder })}
        </p>
      </div>
    </main>
  );
}

type NameFormProps = { readonly pending: boolean; readonly onName: (name: string) => void };

function NameForm({ pending, onName }: NameFormProps) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') onName(name.trim());
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('shell.start.name')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={missing && t('shell.start.nameMissing')}
        maxLength={80}
        autoFocus
        required
      />
      <Button type="submit" loading={pending}>
        {t('shell.start.go')}
      </Button>
    </form>
  );
}

type ProgressProps = { readonly jobId: string; readonly onBack: () => void };

function DemoProgress({ jobId, onBack }: ProgressProps) {
  const job = useCall('job.get', { jobId });
  const { done = 0, total = 0, state, problem } = job.value ?? {};
  if (job.problem) return <ProblemState problem={job.problem} onRetry={job.reload} />;
  if (state === 'failed' || state === 'canceled') {
    return (
      <ErrorState
        title={t('shell.start.failed')}
        text={problem ? problemWords(problem) : t('shell.start.failedText')}
        retry={{ label: t('shell.start.failedBack'), onClick: onBack }}
      />
    );
  }
  return (
    <section className={classes.progress} role="status" aria-label={t('shell.start.loading')}>
      <strong>{t('shell.start.loading')}</strong>
      <Bar
        label={t('shell.start.loading')}
        text={t('shell.start.progress', { done, total })}
        done={done}
        total={total}
      />
    </section>
  );
}
