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

/** Lines as a CSV file; the day is a part of its name. */
export function saveCsv(lines: readonly string[], file: string): void {
  const name = `wareloom-${file}-${new Date().toISOString().slice(0, 10)}.csv`;
  saveFile(new Blob([...lines], { type: 'text/csv;charset=utf-8' }), name);
}
