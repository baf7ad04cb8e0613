/** The shells' log: one line at a time, to the terminal that started the app. */
export function log(line: string): void {
  console.error(`${new Date().toISOString()} ${line}`);
}
