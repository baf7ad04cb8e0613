/** Loaded into the app before anything else: cuts every way out of the machine, as a pulled cable does, and says so when one is tried. */
import dns from 'node:dns';
import net from 'node:net';

const LOOPBACK = /^(127\.|::1$|localhost$)/;

function refuse(what: string): never {
  process.stderr.write(`The cable is out: ${what}\n`);
  throw new Error(`The cable is out: ${what}`);
}

const connect = Reflect.get(net.Socket.prototype, 'connect') as (...args: unknown[]) => net.Socket;
net.Socket.prototype.connect = function cut(this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
  const { host = 'localhost', path } = (typeof first === 'object' && first !== null ? first : {}) as {
    host?: string;
    path?: string;
  };
  if (path === undefined && !LOOPBACK.test(host)) refuse(host);
  return Reflect.apply(connect, this, args);
};
const { lookup } = dns;
dns.lookup = ((name: string, ...rest: never[]) =>
  LOOPBACK.test(name) ? Reflect.apply(lookup, dns, [name, ...rest]) : refuse(name)) as unknown as typeof dns.lookup;
