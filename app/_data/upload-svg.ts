import { ProblemError } from "./problem";
import { type UploadPicture, uploadPicture } from "./upload-picture";

/** As `uploadPicture`, for slides. @throws ProblemError also when what was uploaded is, by its content, no SVG. */
export const uploadSvg: UploadPicture = async (file, watch) => {
  const upload = await uploadPicture(file, watch).catch((failure: unknown) => {
    throw isNoPicture(failure) ? notSvg(file) : failure;
  });
  if (upload.media_type === "image/svg+xml") return upload;
  throw notSvg(file);
};

const notSvg = ({ name }: File) =>
  new ProblemError(`${name} is no SVG.`, { status: 415, code: "not_svg", subject: name });

/** Whether the server knew nothing of a file that it takes; of a damaged SVG it names the line. */
const isNoPicture = (failure: unknown): boolean =>
  failure instanceof ProblemError &&
  failure.code === "unsupported_media" &&
  !/, line \d+, column \d+: /.test(failure.message);
