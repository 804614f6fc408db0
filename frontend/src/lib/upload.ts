import { Problem } from './problem';
import type { UploadForm } from './schema';

interface Sending {
  signal: AbortSignal;
  /** The share that has gone, from 0 to 1. */
  onShare: (share: number) => void;
}

/**
 * Posts a file with the form that the API signed for it, straight to where files are kept. `fetch` cannot say how much
 * of a body has gone; this can.
 */
export function postFile(form: UploadForm, file: Blob, sending: Sending): Promise<void> {
  return send('POST', form.url, bodyOf(form, file), sending);
}

/** Puts a part of a large file at the address that the API signed for it. Put again, it replaces itself. */
export function putPart(url: string, part: Blob, sending: Sending): Promise<void> {
  return send('PUT', url, part, sending);
}

function send(method: string, url: string, body: Blob | FormData, { signal, onShare }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => {
      request.abort();
    };
    const settle = (problem: Error | null) => {
      signal.removeEventListener('abort', stop);
      if (problem === null) resolve();
      else reject(problem);
    };
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onShare(loaded / total);
    });
    request.addEventListener('load', () => {
      settle(request.status < 300 ? null : refusal(request.status, request.responseText));
    });
    request.addEventListener('error', () => {
      settle(unsent());
    });
    request.addEventListener('abort', () => {
      settle(new DOMException('The upload was cancelled.', 'AbortError'));
    });
    if (signal.aborted) {
      settle(new DOMException('The upload was cancelled.', 'AbortError'));
      return;
    }
    signal.addEventListener('abort', stop);
    request.open(method, url);
    request.send(body);
  });
}

function unsent(): Problem {
  return new Problem({
    status: 0,
    title: 'The file could not be sent',
    detail: 'The connection to where files are kept broke, or did not come about. Choose the file again.',
  });
}

/** The file comes last: what follows it is not read. */
function bodyOf(form: UploadForm, file: Blob): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', file);
  return body;
}

const WHY: Record<string, string> = {
  EntityTooLarge: 'The file is larger than it was when it was chosen. Choose it again.',
  EntityTooSmall: 'The file is empty. Choose another one.',
  AccessDenied: 'The time to upload it is over. Choose the file again.',
  ExpiredToken: 'The time to upload it is over. Choose the file again.',
};

/** The store answers in XML; only its code is of use to a person. */
export function refusal(status: number, xml: string): Problem {
  const code = /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? '';
  const detail = WHY[code] ?? `The file was not taken (${code || status}). Try it again.`;
  return new Problem({ status, title: 'The file could not be uploaded', detail });
}
