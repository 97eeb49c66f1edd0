import { ProblemError } from "./problem";
import { type UploadPicture, uploadPicture } from "./upload-picture";

/** As `uploadPicture`, for slides. @throws ProblemError also when what was uploaded is, by its content, no SVG. */
export const uploadSvg: UploadPicture = async (file, watch) => {
  const upload = await uploadPicture(file, watch);
  if (upload.media_type === "image/svg+xml") return upload;
  throw new ProblemError(`${file.name} is no SVG.`, { status: 415, code: "not_svg", subject: file.name });
};
