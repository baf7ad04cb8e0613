/** Runs `scripts/<name>.ts`, after saying clearly which Node that needs; plain JavaScript, so that any Node can say it. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [name, ...args] = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 18) || major === 23) {
  console.error(
    `Fulfillment Desk needs Node 24 (or 22.18 and up); this is ${process.version}. ` +
      'On Linux and Windows `npm ci` brings the right one along; elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}

const { main } = await import(`./${String(name)}.ts`);
try {
  await main(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
