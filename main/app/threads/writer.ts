/** Entry of the thread that changes things: the domain, the only writing connection, and the checkpointer beside it. */
import { startCheckpointer } from '../../../db/checkpointer.ts';
import { openWriterApp, workspaceFile } from '../createApp.ts';
import { hostSide } from './host.ts';
import { threadEntry } from './threadEntry.ts';

hostSide((options, say) => {
  const writer = openWriterApp(options, notice => say({ kind: 'notice', notice }));
  const checkpointer = startCheckpointer(workspaceFile(options.workspaceDir), {
    entry: threadEntry('checkpointer', import.meta.url, '../../../db/threads/'),
    ...(writer.needsCheck && { onChecked: writer.noteCheck }),
  });
  return {
    serve: writer.serve,
    close: async () => {
      await (await checkpointer).close();
      await writer.close();
    },
  };
});
