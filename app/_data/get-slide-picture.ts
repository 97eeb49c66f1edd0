import { problemFrom } from "./answer";
import { unreachable } from "./problem";
import { apiRoot } from "./request";

/** The SVG that draws a page's slide, each shape marked with its id. @throws ProblemError as every other call. */
export async function getSlidePicture(batchId: string, page: number, signal: AbortSignal): Promise<string> {
  const response = await fetch(`${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${page}/slide`, {
    signal,
  }).catch((failure: unknown) => {
    if (signal.aborted) throw failure;
    throw unreachable();
  });
  const text = await response.text();
  if (!response.ok) throw await problemFrom(response.status, text);
  return text;
}
