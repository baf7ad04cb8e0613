/** The sheet behind `?`: every action that has keys right now, by where it works. */
import { useSettings } from '../settings/settings.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import { useRegistry, type ActionScope, type ScopedAction } from './registry.ts';
import classes from './ShortcutSheet.module.css';

const scopes: readonly ActionScope[] = ['approvals', 'order', 'plan', 'tasks', 'fallout', 'global'];

type Line = { readonly id: string; readonly label: string; readonly keys: string };

type Props = { readonly onClose: () => void };

export function ShortcutSheet({ onClose }: Props) {
  const registry = useRegistry();
  const { singleKeys } = useSettings();
  const actions = registry.list();
  return (
    <Dialog title={t('shell.keys.title')} size="xl" onClose={onClose}>
      {singleKeys === 'off' && <p className={classes.note}>{t('shell.keys.off')}</p>}
      <div className={classes.columns}>
        {scopes.map(scope => (
          <Group key={scope} title={t(`shell.keys.scope.${scope}`)} lines={linesOf(actions, scope)} />
        ))}
        <Group title={t('shell.keys.scope.list')} lines={listKeys()} />
        <Group title={t('shell.keys.scope.dialog')} lines={dialogKeys()} />
      </div>
    </Dialog>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>
        {lines.map(({ id, label, keys }) => (
          <li key={id} className={classes.line}>
            <span>{label}</span>
            <span className={classes.keys}>
              {keys.split('|').map((way, index) => (
                <span key={way} className={classes.keys}>
                  {index > 0 && <span className={classes.or}>{t('shell.keys.or')}</span>}
                  <KeyHint keys={way} />
                  <span className={classes.hidden}>{way}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linesOf(actions: readonly ScopedAction[], scope: ActionScope): readonly Line[] {
  return actions.flatMap(({ id, label, keys, scope: its }) =>
    keys && its === scope ? [{ id, label: t(label), keys }] : [],
  );
}

/** Of a list only where one is shown, and of marking only where rows can be marked. */
function listKeys(): readonly Line[] {
  const list = document.querySelector('main :is([role=grid], [role=treegrid])');
  if (!list) return [];
  const isTree = list.getAttribute('role') === 'treegrid';
  const isMarkable = list.hasAttribute('aria-multiselectable');
  const peeks = list.hasAttribute('data-peeks');
  return [
    ...moveKeys(),
    ...(peeks ? peekKeys() : []),
    ...(isTree ? foldKeys() : []),
    ...(isMarkable ? markKeys(isTree) : []),
  ];
}

const dialogKeys = (): readonly Line[] => [
  { id: 'send', label: t('shell.keys.send'), keys: 'Ctrl+Enter' },
  { id: 'leave', label: t('shell.keys.leave'), keys: 'Esc' },
];

const foldKeys = (): readonly Line[] => [{ id: 'fold', label: t('shell.keys.fold'), keys: '→|←' }];

/** In a tree the space bar marks by itself. Ctrl+A is an action of the screen: it marks from outside of the list too. */
const markKeys = (isTree: boolean): readonly Line[] => [
  { id: 'mark', label: t('shell.keys.mark'), keys: isTree ? 'x|Space' : 'x|Shift+Space' },
  { id: 'markOn', label: t('shell.keys.markOn'), keys: 'Shift+↓|Shift+↑' },
  { id: 'markNone', label: t('shell.keys.markNone'), keys: 'Esc' },
];

const peekKeys = (): readonly Line[] => [{ id: 'peek', label: t('shell.keys.peek'), keys: 'Space' }];

const moveKeys = (): readonly Line[] => [
  { id: 'move', label: t('shell.keys.move'), keys: 'j|k|↓|↑' },
  { id: 'page', label: t('shell.keys.page'), keys: 'PgDn|PgUp' },
  { id: 'ends', label: t('shell.keys.ends'), keys: 'Home|End' },
  { id: 'open', label: t('shell.keys.open'), keys: 'Enter' },
];
