import { answerFrom } from "./answer";
import { ProblemError } from "./problem";
import { sendBytes } from "./send-bytes";
import { uploadInParts } from "./upload-in-parts";
import type { UploadPicture } from "./upload-picture";

/** Bytes from which on a file is sent in parts: a smaller one is sent again as fast as it could go on. */
const inPartsFrom = 1_000_000;

/** Uploads one file. @throws ProblemError when the server refuses the file or cannot be reached, and when the file is not what it was. */
export const uploadFile: UploadPicture = async (file, watch) => {
  try {
    return await (file.size < inPartsFrom ? uploadAtOnce(file, watch) : uploadInParts(file, watch));
  } catch (failure) {
    // To a browser a file that it cannot read breaks the connection as well.
    const isCutOff = failure instanceof ProblemError && failure.code === "unreachable";
    if (isCutOff && !(await canBeRead(file))) throw fileChanged(file.name);
    throw failure;
  }
};

/** A chosen file that was changed, moved or deleted since, so that the browser reads it no more. */
const fileChanged = (name: string): ProblemError =>
  new ProblemError(`${name} was changed or removed after it was chosen.`, {
    status: 410,
    code: "file_changed",
    subject: name,
  });

const canBeRead = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** `POST /uploads`: the file as a raw body. */
const uploadAtOnce: UploadPicture = async (file, { signal, onProgress }) => {
  const path = `/uploads?name=${encodeURIComponent(file.name)}`;
  const headers = { "content-type": "application/octet-stream" };
  const sent = (count: number) => onProgress(file.size === 0 ? 1 : count / file.size, false);
  const { status, text } = await sendBytes({ method: "POST", path, headers, bytes: file }, signal, sent);
  return answerFrom(status, text, (contracts) => contracts.uploadSchema);
};
