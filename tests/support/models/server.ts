import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerAsClaude, claudeError } from "./anthropic";
import { geminiAnswer, geminiError } from "./google";
import { openaiAnswer, openaiError } from "./openai";
import type { ModelRequest, ModelRoute, ModelTrouble } from "./trouble";

/** The key that the stand-in takes; any other is refused with 401. */
export const goodKey = "sk-stand-in";

const errors = { claude: claudeError, openai: openaiError, gemini: geminiError };

/** A local server that speaks Anthropic's Messages, OpenAI's Images and Google's generateContent, and can fail at each. */
export class ModelServer {
  readonly requests: ModelRequest[] = [];
  origin = "";
  private readonly troubles: { route: ModelRoute; trouble: ModelTrouble }[] = [];
  private answering = 0;
  private readonly server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<this> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The next `times` requests of a kind meet with trouble. */
  next(route: ModelRoute, trouble: ModelTrouble, times = 1): void {
    for (let time = 0; time < times; time++) this.troubles.push({ route, trouble });
  }

  /** Forgets what came and what was to go wrong. */
  reset(): void {
    this.requests.length = 0;
    this.troubles.length = 0;
  }

  /** Settings with which Tracepress asks here; prices are US dollars for a million tokens, or for a picture. */
  settings(changes: Record<string, string> = {}): Record<string, string> {
    return {
      ANTHROPIC_API_KEY: goodKey,
      ANTHROPIC_BASE_URL: `${this.origin}/v1`,
      TRACEPRESS_CLAUDE_INPUT_PRICE: "3",
      TRACEPRESS_CLAUDE_OUTPUT_PRICE: "15",
      TRACEPRESS_CLAUDE_MAX_TOKENS: "4000",
      OPENAI_API_KEY: goodKey,
      OPENAI_BASE_URL: `${this.origin}/v1`,
      TRACEPRESS_OPENAI_PICTURE_PRICE: "0.04",
      GOOGLE_GENERATIVE_AI_API_KEY: goodKey,
      GOOGLE_GENERATIVE_AI_BASE_URL: `${this.origin}/v1beta`,
      TRACEPRESS_GEMINI_PICTURE_PRICE: "0.039",
      ...changes,
    };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.answering += 1;
    response.once("close", () => {
      this.answering -= 1;
    });
    const route = routeOf(request.url ?? "");
    const atOnce = this.answering;
    const body = await read(request);
    if (route === null) return send(response, 404, { error: "no such place" });
    const key = keyOf(request);
    const hasPicture = /"media_type":"image|"inlineData"|filename="/.test(body);
    this.requests.push({ route, key, body, hasPicture, at: Date.now(), atOnce });
    const trouble = this.takeTrouble(route);
    await trouble.held;
    if (trouble.silent) return;
    const company = route.split(".")[0] as keyof typeof errors;
    const status = key === goodKey ? trouble.status : 401;
    if (status) return send(response, status, errors[company](status, trouble.word), trouble.headers);
    await answer(route, body, response, trouble);
  }

  private takeTrouble(route: ModelRoute): ModelTrouble {
    const place = this.troubles.findIndex((one) => one.route === route);
    return place < 0 ? {} : this.troubles.splice(place, 1)[0].trouble;
  }
}

async function answer(route: ModelRoute, body: string, response: ServerResponse, trouble: ModelTrouble): Promise<void> {
  if (route === "claude") return answerAsClaude(response, trouble);
  if (trouble.bytes) return send(response, 200, { filling: " ".repeat(trouble.bytes) });
  if (trouble.refusal && route !== "gemini") return send(response, 400, openaiError(400, "moderation_blocked"));
  const size = /"size":"(\d+x\d+)"/.exec(body)?.[1] ?? /name="size"\r\n\r\n(\d+x\d+)/.exec(body)?.[1] ?? "";
  const answered = route === "gemini" ? await geminiAnswer(trouble) : await openaiAnswer(size, trouble);
  if (!trouble.stalls && !trouble.breaks) return send(response, 200, answered);
  const text = JSON.stringify(answered);
  response.writeHead(200, { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) });
  response.write(text.slice(0, text.length / 2));
  if (trouble.breaks) setTimeout(() => response.destroy(), 50);
}

function routeOf(path: string): ModelRoute | null {
  if (path === "/v1/messages") return "claude";
  if (path === "/v1/images/generations") return "openai.generate";
  if (path === "/v1/images/edits") return "openai.edit";
  return path.endsWith(":generateContent") ? "gemini" : null;
}

const keyOf = ({ headers }: IncomingMessage): string =>
  String(headers["x-api-key"] ?? headers["x-goog-api-key"] ?? headers.authorization?.replace(/^Bearer /, "") ?? "");

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
