import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "@/lib/config";
import { checkModels, type ModelCheck } from "@/lib/models/check";
import { ModelServer } from "../../support/models/server";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

async function checked(settings: Record<string, string>): Promise<ModelCheck[]> {
  const checks: ModelCheck[] = [];
  const { models } = readConfig(server.settings(settings));
  for await (const check of checkModels(models, new AbortController().signal)) checks.push(check);
  return checks;
}

it("makes one call to each model that has a key, and names the setting of the others", async () => {
  const checks = await checked({ GOOGLE_GENERATIVE_AI_API_KEY: "", OPENAI_API_KEY: "sk-wrong" });
  expect(checks).toEqual([
    {
      model: "claude",
      outcome: "drew",
      said: expect.stringMatching(/claude-stand-in-1.*an SVG of \d+ letters.*\$0\.0156/),
    },
    { model: "openai", outcome: "failed", said: expect.stringContaining("model_auth") },
    { model: "gemini", outcome: "skipped", said: expect.stringContaining("GOOGLE_GENERATIVE_AI_API_KEY") },
  ]);
  expect(server.requests.map(({ route }) => route)).toEqual(["claude", "openai.generate"]);
});
