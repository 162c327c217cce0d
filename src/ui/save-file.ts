/** Saves a text as a file download. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the object URL asynchronously.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
