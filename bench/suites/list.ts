/** Every benchmark, in the order in which they run. */
import type { Suite } from '../bench.ts';
import { benchCommands } from './commands.ts';
import { benchOrderSize, benchWorkspaceSize } from './commandSizes.ts';
import { benchDepth } from './depth.ts';
import { benchHugeQuantity } from './hugeQuantity.ts';
import { benchImporting } from './importing.ts';
import { benchLargeOrder } from './largeOrder.ts';
import { benchOpening } from './opening.ts';
import { benchPlans } from './plans.ts';
import { benchQueues } from './queues.ts';
import { benchRebuild } from './rebuild.ts';
import { benchRules } from './rules.ts';
import { benchSearch } from './search.ts';
import { benchWindow } from './window.ts';

export const suites: readonly Suite[] = [
  { name: 'commands', run: benchCommands },
  { name: 'order-size', run: benchOrderSize },
  { name: 'workspace-size', run: benchWorkspaceSize },
  { name: 'queues', run: benchQueues },
  { name: 'search', run: benchSearch },
  { name: 'opening', run: benchOpening },
  { name: 'rebuild', run: benchRebuild },
  { name: 'import', run: benchImporting },
  { name: 'rules', run: benchRules },
  { name: 'plans', run: benchPlans },
  { name: 'depth', run: benchDepth },
  { name: 'large-order', run: benchLargeOrder },
  { name: 'huge-quantity', run: benchHugeQuantity },
  { name: 'window', run: benchWindow },
];
