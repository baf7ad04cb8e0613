/** Fails the packaging unless the app carries exactly the native binaries of its own system, outside its archive. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** electron-builder's numbers for the architectures. */
const ARCHITECTURES = { 1: 'x64', 3: 'arm64', 4: 'universal' };

module.exports = async function afterPack({ packager, appOutDir, electronPlatformName, arch }) {
  const folder = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  const own =
    electronPlatformName === 'darwin'
      ? ['darwin-arm64.node', 'darwin-x64.node']
      : [`${electronPlatformName}-${ARCHITECTURES[arch]}.node`];
  const shipped = readdirSync(folder).toSorted();
  if (shipped.join() !== own.join()) {
    throw new Error(`The package must carry ${own.join(', ')} and carries ${shipped.join(', ') || 'none'}.`);
  }
};
