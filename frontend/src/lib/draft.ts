import { useState } from 'react';

/**
 * What is being written into a field whose value lives elsewhere (in the address). A change from elsewhere shows in
 * the field; the echo of what was written here does not disturb what was written since.
 */
export function useDraft(value: string, commit: (written: string) => void) {
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== sent.trim()) {
      setDraft(value);
      setSent(value);
    }
  }
  return {
    draft,
    write: setDraft,
    send: (written: string) => {
      if (written.trim() === seen && written.trim() === sent.trim()) return;
      setSent(written);
      commit(written);
    },
  };
}
