/** What a part of the plan is, and how it stands: kind, number, name, state, and the marks on it. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { State } from '../State.tsx';
import { EscalatedMark, escalatedTo } from '../tasks/Escalated.tsx';
import { t } from '../words/words.ts';
import { CriticalMark } from './CriticalMark.tsx';
import { FalloutMark } from './FalloutMark.tsx';
import { JeopardyMark } from './JeopardyMark.tsx';
import { detailOf, ownerOf } from './partState.ts';
import { PendingChange } from './PendingChange.tsx';
import { PointOfNoReturnMark } from './PointOfNoReturnMark.tsx';
import classes from './PlanDetail.module.css';

export function PartHead({ node, names }: { readonly node: PlanNode; readonly names: Names }) {
  const detail = detailOf(node);
  return (
    <header className={classes.head}>
      <p className={classes.kind}>
        {t(`plan.kind.${node.kind}`)}
        {node.number && <span className={classes.number}>{node.number}</span>}
        {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}
      </p>
      <h3 className={classes.title}>{node.title}</h3>
      {detail && <p className={classes.quiet}>{detail}</p>}
      <span className={classes.marks}>
        <State of={ownerOf(node.kind)} state={node.state} />
        {node.critical && node.actualEnd === null && <CriticalMark />}
        <JeopardyMark level={node.jeopardy} share={node.slaShare} />
        <PendingChange action={node.compensation} />
        {node.escalation && <EscalatedMark to={escalatedTo(node.escalation.to, names)} />}
      </span>
      <PointOfNoReturnMark point={node.pointOfNoReturn} labelled />
    </header>
  );
}
