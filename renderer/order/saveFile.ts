/** Saves text as a file where the person's downloads go. */

export function saveFile(fileName: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own copy once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
