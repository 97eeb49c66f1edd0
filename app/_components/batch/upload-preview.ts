import { apiRoot } from "@/app/_data/request";

/** Pixels across of the pictures on the tray. */
const width = 640;

/** Where the server has the picture of an upload, in a size for the tray. */
export const uploadPreview = (fileId: string): string => `${apiRoot}/uploads/${fileId}?width=${width}`;
