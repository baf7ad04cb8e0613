/** The frame of one part of the policy: its name, what it means, and its fields. */
import type { ReactNode } from 'react';
import type { PolicyDraft } from './policyDraft.ts';
import classes from './Policy.module.css';

export type SectionProps = { readonly draft: PolicyDraft; readonly mayChange: boolean };

type FrameProps = { readonly title: string; readonly text: string; readonly children: ReactNode };

export const PolicySection = ({ title, text, children }: FrameProps) => (
  <section className={classes.section} aria-label={title}>
    <h4 className={classes.heading}>{title}</h4>
    <p className={classes.quiet}>{text}</p>
    {children}
  </section>
);
