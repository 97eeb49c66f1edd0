import { partMediaType, tusVersion } from "../resumable";
import type { Operation, Parameter } from "./operation";

const path = "/api/v1/uploads/resumable";
const onePath = `${path}/{upload}`;

const upload: Parameter = {
  name: "upload",
  in: "path",
  required: true,
  description: "The last part of the address that creation answered; the file_id once all bytes are in.",
};
const version: Parameter = {
  name: "Tus-Resumable",
  in: "header",
  required: true,
  description: "The version of the protocol.",
  example: tusVersion,
};
const length: Parameter = {
  name: "Upload-Length",
  in: "header",
  required: true,
  description: "Bytes of the whole file.",
  example: "4500000",
};
const metadata: Parameter = {
  name: "Upload-Metadata",
  in: "header",
  description: "Keys and base64 with commas between; `filename` is the file's name, for people.",
};
const offset: Parameter = {
  name: "Upload-Offset",
  in: "header",
  required: true,
  description: "The byte that this part begins with: as many as the server has.",
  example: "0",
};
const expires = { "Upload-Expires": "When it is removed unless more comes." };

/** The open protocol tus 1.0, with creation, expiration and termination. */
export const resumableOperations: readonly Operation[] = [
  {
    method: "options",
    path,
    id: "describeResumableUploads",
    tag: "Files in",
    summary: "What resumable uploads can do",
    answers: [
      {
        status: 204,
        description: "In the headers.",
        headers: {
          "Tus-Version": "The one version that is spoken.",
          "Tus-Extension": "What of the protocol there is beside its core.",
          "Tus-Max-Size": "Bytes of the largest file that is taken.",
        },
      },
    ],
    errors: [],
  },
  {
    method: "post",
    path,
    id: "beginResumableUpload",
    tag: "Files in",
    summary: "Begin an upload that goes on after a lost connection",
    description:
      "By the open protocol tus 1.0: any of its clients can be pointed here. A file counts once, not each part.",
    parameters: [version, length, metadata],
    answers: [
      { status: 201, description: "Begun.", headers: { Location: "Where its parts are sent to.", ...expires } },
    ],
    errors: ["rate_limited", "invalid_request", "upload_protocol", "too_large", "storage_full"],
  },
  {
    method: "head",
    path: onePath,
    id: "resumableUploadOffset",
    tag: "Files in",
    summary: "From which byte on an upload is to be sent",
    description: "A request that still sends to it is ended, so that the answer holds.",
    parameters: [upload, version],
    answers: [
      {
        status: 200,
        description: "In the headers.",
        headers: { "Upload-Offset": "Bytes that are here.", "Upload-Length": "Bytes of the whole file.", ...expires },
      },
    ],
    errors: ["not_found", "upload_protocol"],
  },
  {
    method: "patch",
    path: onePath,
    id: "sendUploadPart",
    tag: "Files in",
    summary: "Send the next part of an upload",
    description:
      "As much of the rest as one likes; whatever arrives is kept, also when the connection breaks. With the last byte the file is looked at like any other upload.",
    parameters: [upload, version, offset],
    body: { bytesAs: partMediaType },
    answers: [
      { status: 204, description: "Written.", headers: { "Upload-Offset": "Bytes that are here now.", ...expires } },
    ],
    errors: [
      "invalid_request",
      "not_found",
      "upload_protocol",
      "upload_offset",
      "upload_taken_over",
      "too_large",
      "unsupported_media",
      "storage_full",
    ],
  },
  {
    method: "get",
    path: onePath,
    id: "resumedUpload",
    tag: "Files in",
    summary: "The file that an upload has become",
    parameters: [upload],
    answers: [{ status: 200, description: "As one request would have answered.", schema: "Upload" }],
    errors: ["not_found", "not_ready", "too_large", "unsupported_media"],
  },
  {
    method: "delete",
    path: onePath,
    id: "giveUpResumableUpload",
    tag: "Files in",
    summary: "Give an upload up",
    parameters: [upload, version],
    answers: [{ status: 204, description: "Removed with its bytes." }],
    errors: ["not_found", "upload_protocol", "conflict"],
  },
];
