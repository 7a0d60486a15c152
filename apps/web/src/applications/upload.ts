import { problemOf, type Problem, unreachable } from '../api/problem.js';

/**
 * Sends one file as a form's part `file`, and tells how much of it is sent, 0–1. `fetch` does not say. A refusal is
 * thrown as a `Problem`, as everywhere.
 */
export function uploadFile(path: string, file: File, onProgress: (part: number) => void): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      if (request.status < 300) return resolve();
      problemOf(asResponse(request)).then(reject, () => reject(unreachable()));
    };
    request.send(body);
  });
}

const asResponse = (request: XMLHttpRequest) =>
  new Response(request.responseText, {
    status: request.status,
    headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
  });

/** What went wrong with a file, with its name. */
export interface Failed {
  name: string;
  problem: Problem;
}
