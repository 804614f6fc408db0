/** Hands content to the person as a file of that name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its own hold on the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
