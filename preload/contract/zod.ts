/** Zod, told never to build code from strings: the window's content security policy forbids it. */
import { config, z } from 'zod';

config({ jitless: true });

export { z };
