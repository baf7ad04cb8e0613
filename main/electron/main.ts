/** Entry of the Electron shell. */
import { app } from 'electron';
import { boot } from './boot.ts';

// Not awaited: Electron becomes ready only after this file has run to its end.
// In development the folder of the app stands between the program and its arguments.
void boot(process.argv.slice(app.isPackaged ? 1 : 2));
