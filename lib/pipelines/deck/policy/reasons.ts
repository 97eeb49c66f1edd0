import { mapReasons } from "../map/reasons";

/** Why an element is not drawn just as it says, or not natively: code → a sentence for a person. The list is closed. */
export const reasons = {
  ...mapReasons,
  // What the source says and cannot be followed.
  clip_ignored: "Its clip path refers to itself or to nothing and cuts nothing.",
  clip_broken: "Its clip path is not one; the element is not drawn.",
  mask_ignored: "Its mask refers to itself or to nothing and hides nothing.",
  mask_broken: "Its mask is not one; the element is not drawn.",
  marker_not_found: "A marker it names does not exist.",
  too_many_markers: "It has more markers than are drawn.",
  paint_not_found: "A gradient or pattern it names does not exist.",
  filter_broken: "Its filter is not one; the element is not drawn.",
  filter_ignored: "Its filter list cannot be read and was left out.",
  atrule_ignored: "A rule of its style sheet is not followed.",
  selector_ignored: "A selector of its style sheet cannot be read.",
  condition_fails: "Its conditions, such as a language, do not hold.",
  element_unknown: "It is no element of SVG that is drawn.",
  foreign_object: "It holds HTML, which is not drawn.",
  image_broken: "Its picture cannot be read.",
  image_unreadable: "Its picture cannot be read.",
  image_too_large: "Its picture has too many pixels.",
  image_too_deep: "It is an SVG too deep within others.",
  image_not_embedded: "Its picture is elsewhere, and nothing is fetched.",
  link_refused: "Its link is neither a web nor a mail address and was left out.",
  no_geometry: "It has no size or points to draw.",
  paints_nothing: "It paints nothing.",
  switch_not_chosen: "Another part of its switch is shown.",
  switch_empty: "No part of the switch applies.",
  too_deep: "It stands too deep within other elements.",
  notes_cut: "There is more to say of the file than is kept.",
  text_not_read: "Its text cannot be laid out.",
  transform_flattens: "Its transform leaves it no area.",
  transform_unreadable: "Its transform cannot be read and was left out.",
  use_not_found: "What it uses does not exist.",
  use_recursive: "It uses itself.",
  viewport_empty: "Its viewport has no area.",
  display_none: "It asks not to be shown.",
  not_visible: "It asks not to be seen.",
  // Filters.
  filter_without_effect: "Its filter changes nothing and was left out.",
  filter_draws_nothing: "Its filter leaves nothing to see.",
  filter_hides: "Its filter, or one on a group around it, leaves nothing of it to see.",
  filter_as_shapes: "Its filter is drawn by shapes that look the same.",
  filter_as_shadow: "Its filter is drawn as a shadow of PowerPoint, whose blur differs a little.",
  filter_as_soft_edge: "Its blur is drawn as a soft edge of PowerPoint, which differs a little.",
  filter_feBlend: "Its filter blends, which shapes cannot.",
  filter_feColorMatrix: "Its filter changes colours that are not plain.",
  filter_feComponentTransfer: "Its filter changes colours that are not plain.",
  filter_feComposite: "Its filter combines pictures in a way shapes cannot.",
  filter_feConvolveMatrix: "Its filter works on pixels, which shapes cannot.",
  filter_feDiffuseLighting: "Its filter lights a surface, which shapes cannot.",
  filter_feDisplacementMap: "Its filter moves pixels, which shapes cannot.",
  filter_feDropShadow: "Its shadow has no equal in PowerPoint.",
  filter_feFlood: "Its filter fills a region in a way shapes cannot.",
  filter_feGaussianBlur: "Its blur has no equal in PowerPoint.",
  filter_feImage: "Its filter shows a picture in a way shapes cannot.",
  filter_feMerge: "Its filter lays pictures over each other in a way shapes cannot.",
  filter_feMorphology: "Its filter grows or thins pixels, which shapes cannot.",
  filter_feOffset: "Its filter moves a picture in a way shapes cannot.",
  filter_feSpecularLighting: "Its filter lights a surface, which shapes cannot.",
  filter_feTile: "Its filter repeats a picture in a way shapes cannot.",
  filter_feTurbulence: "Its filter makes noise, which shapes cannot.",
  filter_other: "Its filter has a step unknown here.",
  // Masks.
  mask_without_effect: "Its mask hides nothing and was left out.",
  mask_hides_all: "Its mask hides it completely.",
  mask_as_clip: "Its mask has hard edges and is drawn as a clip.",
  mask_as_opacity: "Its mask is even and is drawn as opacity.",
  mask_as_gradient: "Its mask is drawn as transparent stops of a gradient.",
  // Blending and opacity.
  blend_without_backdrop: "Nothing lies behind it to blend with.",
  group_opacity: "The group is see-through as one while its parts overlap.",
  fully_transparent: "It is completely see-through.",
  // Budgets.
  path_segments: "It has more path segments than the policy draws natively.",
  text_runs: "It has more text runs than the policy draws natively.",
  group_elements: "Its group has more elements than the policy draws natively.",
  gradient_stops: "Its gradient has more stops than the policy draws natively.",
  filter_primitives: "Its filter has more steps than the policy follows natively.",
} as const;

export type ReasonCode = keyof typeof reasons;

/** @returns the sentence of a code; the code itself when another stage has its own. */
export function sentenceOf(code: string): string {
  return Object.hasOwn(reasons, code) ? reasons[code as ReasonCode] : code;
}
