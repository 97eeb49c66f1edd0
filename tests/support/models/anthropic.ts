import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { ModelTrouble } from "./trouble";

/** What Claude usually draws here: a house beside a tree, in 500 × 400 units. */
export const usualSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 400">
<g fill="none" stroke="black" stroke-width="4">
<rect x="60" y="180" width="180" height="160"/><path d="M40 180 L150 80 L260 180 Z"/>
<rect x="120" y="250" width="60" height="90"/><circle cx="380" cy="150" r="80"/>
<path d="M360 228 L360 340 L400 340 L400 228"/><path d="M20 340 C150 352 350 352 480 340"/>
</g></svg>`;

/** What an answer takes here, in tokens. */
export const claudeTokens = { input: 1200, output: 800 };

const event = (response: ServerResponse, type: string, data: object): void => {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
};

const textDelta = (text: string) => ({ index: 0, delta: { type: "text_delta", text } });

/** Answers as `POST /v1/messages` with `stream: true` does. */
export async function answerAsClaude(response: ServerResponse, trouble: ModelTrouble): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  event(response, "message_start", {
    message: {
      id: "msg_stand_in",
      type: "message",
      role: "assistant",
      model: "claude-stand-in-1",
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: claudeTokens.input, output_tokens: 1 },
    },
  });
  event(response, "content_block_start", { index: 0, content_block: { type: "text", text: "" } });
  const svg = trouble.svg ?? usualSvg;
  for (let from = 0; from < svg.length; from += 64) {
    event(response, "content_block_delta", textDelta(svg.slice(from, from + 64)));
    if (from < svg.length / 2) continue;
    if (trouble.stalls) return;
    if (trouble.breaks) return void setTimeout(() => response.destroy(), 50);
    if (trouble.errorInStream) {
      event(response, "error", { error: { type: trouble.errorInStream, message: "in the middle" } });
      response.end();
      return;
    }
  }
  if (trouble.bytes) await flood(response, trouble.bytes);
  if (response.destroyed) return;
  event(response, "content_block_stop", { index: 0 });
  const stop_reason = trouble.refusal ? "refusal" : trouble.cutOff ? "max_tokens" : "end_turn";
  event(response, "message_delta", {
    delta: { stop_reason, stop_sequence: null },
    usage: { output_tokens: claudeTokens.output },
  });
  event(response, "message_stop", {});
  response.end();
}

/** So many bytes of text, or as many as are taken. */
async function flood(response: ServerResponse, bytes: number): Promise<void> {
  const piece = " ".repeat(64 * 1024);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
    event(response, "content_block_delta", textDelta(piece));
    await delay(0);
  }
}

/** An error in Anthropic's form. */
export const claudeError = (status: number, word: string | undefined) => ({
  type: "error",
  error: { type: word ?? (status === 529 ? "overloaded_error" : "api_error"), message: `stand-in says ${status}` },
});
