/** Entry of the thread that answers questions, on a connection that can only read. */
import { openReaderApp } from '../createApp.ts';
import { hostSide } from './host.ts';

hostSide(options => {
  const reader = openReaderApp(options);
  if (options.schedule !== undefined) reader.warmUp(options.schedule);
  return reader;
});
