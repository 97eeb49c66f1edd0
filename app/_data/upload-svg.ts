import { batchMessages } from "./messages/batch";
import { ProblemError } from "./problem";
import { type UploadPicture, uploadPicture } from "./upload-picture";

/** As `uploadPicture`, for slides. @throws ProblemError also when what was uploaded is, by its content, no SVG. */
export const uploadSvg: UploadPicture = async (file, watch) => {
  const upload = await uploadPicture(file, watch);
  if (upload.media_type === "image/svg+xml") return upload;
  throw new ProblemError(batchMessages.kinds.deck.notSvg(file.name), { status: 415, code: "unsupported_media" });
};
