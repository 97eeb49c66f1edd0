import { readConfig } from "@/lib/config";
import type { RemoteModelName, Usage } from "@/lib/contracts/models";
import type { Answer, DrawRequest, SentPicture } from "@/lib/models/model";
import { modelFor } from "@/lib/models/registry";
import type { ModelServer } from "../../support/models/server";
import { jpegHouse } from "../../support/pictures";

export const askedFor = (changes: Partial<DrawRequest> = {}): DrawRequest => ({
  name: "cat.jpg",
  picture: null,
  prompt: "a cute cat",
  detail: "simple",
  shape: "portrait",
  ...changes,
});

export const housePicture = async (): Promise<SentPicture> => ({
  bytes: await jpegHouse(480),
  mediaType: "image/jpeg",
  width: 480,
  height: 320,
});

export interface Asked {
  answer?: Answer;
  /** What it threw. */
  error?: unknown;
  /** Told costs, in order. */
  spent: Usage[];
}

/** Asks a model once by its real SDK, at the stand-in. */
export async function ask(
  server: ModelServer,
  name: RemoteModelName,
  request: DrawRequest,
  settings: Record<string, string> = {},
  signal = new AbortController().signal,
): Promise<Asked> {
  const model = modelFor(name, readConfig(server.settings(settings)).models);
  const spent: Usage[] = [];
  try {
    const answer = await model.draw(request, { signal, spent: (usage) => spent.push(usage) });
    return { answer, spent };
  } catch (error) {
    return { error, spent };
  }
}
