/**
 * Numbers of the 468 points of MediaPipe's face mesh and of the 10 of the irises behind them
 * (mediapipe/modules/face_geometry/data/canonical_face_model_uv_visualization.png). "Near" is the side that is on the
 * left in the picture when the face looks out of it: the person's right.
 */
export type MeshPoint = number;

/** In which order the network gives the points of the lips and of each eye. */
export const lipsOrder: readonly MeshPoint[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87, 14,
  317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306,
  184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268,
  271, 272, 407,
];
export const nearEyeOrder: readonly MeshPoint[] = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26, 112, 243,
  247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221, 189, 35, 124,
  46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193,
];
export const farEyeOrder: readonly MeshPoint[] = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253, 252, 256,
  341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443, 442,
  441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336,
  285, 417,
];
/** Of each iris: its middle, then its edge at the right, top, left and bottom. */
export const nearIris: readonly MeshPoint[] = [468, 469, 470, 471, 472];
export const farIris: readonly MeshPoint[] = [473, 474, 475, 476, 477];

/** The outline of the face, clockwise from the middle of the hairline. */
export const oval: readonly MeshPoint[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/** Points of one eye and its brow, each line from the picture's left to its right for the near eye, mirrored for the far. */
export interface EyePoints {
  upperLid: readonly MeshPoint[];
  lowerLid: readonly MeshPoint[];
  /** The fold above the upper lid. */
  fold: readonly MeshPoint[];
  iris: readonly MeshPoint[];
  browTop: readonly MeshPoint[];
  browBottom: readonly MeshPoint[];
  /** A polygon around the lids and the fold. */
  around: readonly MeshPoint[];
  /** On the skin below the lower lid. */
  below: readonly MeshPoint[];
}

export const nearEye: EyePoints = {
  upperLid: [33, 246, 161, 160, 159, 158, 157, 173, 133],
  lowerLid: [33, 7, 163, 144, 145, 153, 154, 155, 133],
  fold: [130, 247, 30, 29, 27, 28, 56, 190, 243],
  iris: nearIris,
  browTop: [70, 63, 105, 66, 107],
  browBottom: [46, 53, 52, 65, 55],
  around: [130, 247, 30, 29, 27, 28, 56, 190, 243, 112, 26, 22, 23, 24, 110, 25],
  below: [229, 230, 231],
};

export const farEye: EyePoints = {
  upperLid: [263, 466, 388, 387, 386, 385, 384, 398, 362],
  lowerLid: [263, 249, 390, 373, 374, 380, 381, 382, 362],
  fold: [359, 467, 260, 259, 257, 258, 286, 414, 463],
  iris: farIris,
  browTop: [300, 293, 334, 296, 336],
  browBottom: [276, 283, 282, 295, 285],
  around: [359, 467, 260, 259, 257, 258, 286, 414, 463, 341, 256, 252, 253, 254, 339, 255],
  below: [449, 450, 451],
};

/** The lips, each line from the near corner to the far one. */
export const lips = {
  outerTop: [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
  outerBottom: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
  innerTop: [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
  innerBottom: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
} as const satisfies Record<string, readonly MeshPoint[]>;

/** Under the nose, from wing to wing. */
export const noseBase: readonly MeshPoint[] = [115, 48, 64, 98, 97, 2, 326, 327, 294, 278, 344];
