// Hands a text to the person as a file of theirs: no permission is needed, and nothing leaves the browser.

/** Starts the browser's own download of `text` (JSON) under this name. */
export function saveFile({ name, text }: { name: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
