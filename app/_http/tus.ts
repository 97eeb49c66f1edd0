import { tusVersion } from "@/lib/contracts/resumable";
import { TracepressError } from "@/lib/errors";
import { type Call, route } from "./route";

/**
 * A route of the open protocol tus: as {@link route}, for whoever may write; requests say which version they speak, and
 * every answer does (tus 1.0, "Tus-Resumable" and "Tus-Version").
 */
export function tusRoute<Params = Record<never, never>>(handler: (call: Call<Params>) => Response | Promise<Response>) {
  const answering = route<Params, "write">("write", (call) => {
    requireVersion(call.request);
    return handler(call);
  });
  const speaking = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const response = await answering(request, context);
    response.headers.set("tus-resumable", tusVersion);
    response.headers.set("tus-version", tusVersion);
    return response;
  };
  return Object.assign(speaking, { needs: answering.needs });
}

/** Only an `OPTIONS` request asks which version there is. @throws TracepressError `upload_protocol`. */
function requireVersion({ method, headers }: Request): void {
  if (method === "OPTIONS" || headers.get("tus-resumable") === tusVersion) return;
  throw new TracepressError("upload_protocol", `Send the header Tus-Resumable: ${tusVersion}.`);
}
