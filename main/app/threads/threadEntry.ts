/** Where the code of a thread is: beside the bundle in the built app, in its folder when the source is run as it is. */

/** `from` is the caller's own `import.meta.url`; `sourceFolder` is relative to it and ends with a slash. */
export function threadEntry(name: string, from: string, sourceFolder: string): URL {
  const isBuilt = !new URL(from).pathname.endsWith('.ts');
  return new URL(isBuilt ? `${name}.js` : `${sourceFolder}${name}.ts`, from);
}
