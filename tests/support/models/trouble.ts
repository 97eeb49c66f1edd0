/** Kinds of requests that the stand-in for the models' companies answers. */
export type ModelRoute = "claude" | "openai.generate" | "openai.edit" | "gemini";

/** What goes wrong with one request, or what else than usual is answered. */
export interface ModelTrouble {
  /** Answers with this status, and these headers and words. */
  status?: number;
  headers?: Record<string, string>;
  /** The company's own word for it, such as `overloaded_error`. */
  word?: string;
  /** Refuses as the company does: a stop for safety. */
  refusal?: true;
  /** Never answers. */
  silent?: true;
  /** Falls silent, or breaks the connection, in the middle of the answer. */
  stalls?: true;
  breaks?: true;
  /** An error in the middle of a stream that began well. */
  errorInStream?: string;
  /** Ends because it may not be longer. */
  cutOff?: true;
  /** Goes on for so many bytes. */
  bytes?: number;
  /** Draws this instead. */
  svg?: string;
  picture?: Buffer;
  /** Holds nothing that was drawn. */
  empty?: true;
  /** Answers once this has come. */
  held?: Promise<void>;
}

/** A request as it came, for tests to look at. */
export interface ModelRequest {
  route: ModelRoute;
  key: string;
  /** All of the body, whatever its form. */
  body: string;
  hasPicture: boolean;
  at: number;
  /** Requests that were being answered when it came, itself among them. */
  atOnce: number;
}
